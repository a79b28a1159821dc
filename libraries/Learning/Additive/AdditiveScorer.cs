using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MonitoringDemo.Learning.Preparation;

namespace MonitoringDemo.Learning.Additive;

/// <summary>The terms of a model laid out for speed: one record per feature, all tables in one array.</summary>
internal sealed class AdditiveScorer
{
    private readonly double _intercept;
    private readonly Slot[] _slots;
    private readonly double[] _tables;

    public AdditiveScorer(double intercept, AdditiveTerm[] terms)
    {
        _intercept = intercept;
        var tables = new List<double>();
        _slots = [.. terms.Select(term => Lay(term, tables))];
        _tables = [.. tables];
    }

    private enum Kind
    {
        Linear,
        Step,
        Category,
    }

    /// <summary>The log-odds of class 1, summed in the order of the features.</summary>
    public double LogOdds(ReadOnlySpan<double> row)
    {
        var slots = _slots;
        if (row.Length != slots.Length)
            throw new ArgumentException($"The row has {row.Length} values; the model takes {slots.Length}.", nameof(row));

        var sum = _intercept;
        for (var i = 0; i < slots.Length; i++)
        {
            ref readonly var slot = ref slots[i];
            var value = row[i];
            sum += slot.Kind switch
            {
                Kind.Linear => double.IsNaN(value) ? slot.Missing : slot.Weight * Standardisation.Apply(value, slot.Mean, slot.Inverse),
                Kind.Step => _tables[slot.Table + slot.Size + Bin(_tables.AsSpan(slot.Table, slot.Size), value)],
                _ => _tables[slot.Table + CategoryColumns.Code(value, slot.Size) + 1],
            };
        }

        return sum;
    }

    // How many edges the value reaches, counted four at a time: whole numbers, so the register's width cannot matter. The
    // first edge is −∞, so that a missing value (it reaches nothing) is told from the lowest one; the padding is NaN,
    // which nothing reaches.
    private static int Bin(ReadOnlySpan<double> edges, double value)
    {
        var wide = Vector256.Create(value);
        var reached = Vector256<long>.Zero;
        foreach (var four in MemoryMarshal.Cast<double, Vector256<double>>(edges))
            reached -= Vector256.GreaterThanOrEqual(wide, four).AsInt64();
        return (int)Vector256.Sum(reached);
    }

    private static Slot Lay(AdditiveTerm term, List<double> tables)
    {
        var start = tables.Count;
        switch (term)
        {
            case LinearTerm linear:
                return new Slot(Kind.Linear, 0, 0, linear.Mean, Standardisation.Inverse(linear.Deviation), linear.Weight, linear.MissingWeight);

            case StepTerm step:
                var size = (step.Edges.Length + 4) / 4 * 4;
                tables.Add(double.NegativeInfinity);
                tables.AddRange(step.Edges);
                while (tables.Count < start + size)
                    tables.Add(double.NaN);
                tables.Add(step.MissingWeight);
                tables.AddRange(step.Weights);
                return new Slot(Kind.Step, start, size, 0, 0, 0, 0);

            case CategoryTerm category:
                tables.Add(category.MissingWeight);
                tables.AddRange(category.Weights);
                tables.Add(category.UnseenWeight);
                return new Slot(Kind.Category, start, category.Weights.Length, 0, 0, 0, 0);

            default:
                throw new ArgumentException($"{term.GetType()} is no known term.", nameof(term));
        }
    }

    private readonly record struct Slot(Kind Kind, int Table, int Size, double Mean, double Inverse, double Weight, double Missing);
}
