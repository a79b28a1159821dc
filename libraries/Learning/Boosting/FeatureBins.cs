using System.Numerics;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Preparation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>Maps the values of one feature to at most 255 bins; the bin after the last is that of missing values.</summary>
/// <remarks>A category has a bin of its own; beyond the 255 most frequent ones, and when never seen in training, it counts as missing.</remarks>
internal sealed class FeatureBins
{
    private const int MostRowsToSort = 200_000;

    private readonly int[] _binOfCode = [];

    // The edges as a search without branches wants them: one less than a power of two, filled up with what no value reaches.
    private readonly double[] _steps = [];
    private readonly int _halvings;

    private FeatureBins(double[] edges, bool sawMissing)
    {
        (Edges, Count, SawMissing) = (edges, edges.Length + 1, sawMissing);
        _halvings = BitOperations.Log2((uint)edges.Length) + 1;
        _steps = new double[(1 << _halvings) - 1];
        _steps.AsSpan(edges.Length).Fill(double.NaN);
        edges.CopyTo(_steps, 0);
    }

    private FeatureBins(int[] binOfCode, int[] codes, bool sawMissing)
    {
        (_binOfCode, Codes, SawMissing) = (binOfCode, codes, sawMissing);
        (Count, IsCategorical) = (codes.Length, true);
    }

    public bool IsCategorical { get; }

    /// <summary>Bins of values that are there; <c>Count</c> itself is the bin of missing ones.</summary>
    public int Count { get; }

    /// <summary>Inner edges of a numeric feature: bin b holds the values below edge b that reach edge b − 1.</summary>
    public double[] Edges { get; } = [];

    /// <summary>The category of each bin of a categorical feature.</summary>
    public int[] Codes { get; } = [];

    public bool SawMissing { get; }

    public static FeatureBins Learn(DataSet data, int feature, int bins)
    {
        var schema = data.Schema.Features[feature];
        return schema.Kind == FeatureKind.Categorical ? LearnCategories(data, feature, schema.Categories.Count, bins) : LearnNumbers(data, feature, bins);
    }

    /// <summary>Writes the bins of a feature's values.</summary>
    /// <param name="values">Row-major values, the first of them this feature's.</param>
    /// <param name="stride">Values in a row.</param>
    /// <param name="column">Receives a bin for each row.</param>
    public void Write(ReadOnlySpan<double> values, int stride, Span<byte> column)
    {
        for (int i = 0, at = 0; i < column.Length; i++, at += stride)
            column[i] = Of(values[at]);
    }

    private static FeatureBins LearnNumbers(DataSet data, int feature, int bins)
    {
        // Evenly spaced rows are enough to place quantiles.
        var step = ((data.Count - 1) / MostRowsToSort) + 1;
        var sorted = new double[data.Count];
        var present = 0;
        var missing = false;
        for (var i = 0; i < data.Count; i++)
        {
            var value = data.Row(i)[feature];
            missing |= double.IsNaN(value);
            if (i % step == 0 && !double.IsNaN(value))
                sorted[present++] = FiniteRange.Clamp(value);
        }

        NumberSort.Sort(sorted.AsSpan(0, present));
        return new FeatureBins(QuantileBins.Edges(sorted.AsSpan(0, present), bins, 1), missing);
    }

    private static FeatureBins LearnCategories(DataSet data, int feature, int categories, int bins)
    {
        var rows = new int[categories];
        var missing = false;
        for (var i = 0; i < data.Count; i++)
        {
            var code = CategoryColumns.Code(data.Row(i)[feature], categories);
            if (code >= 0 && code < categories)
                rows[code]++;
            else
                missing = true;
        }

        int[] seen = [.. Enumerable.Range(0, categories).Where(code => rows[code] > 0)];
        int[] kept = [.. seen.OrderByDescending(code => rows[code]).ThenBy(code => code).Take(bins).Order()];
        var binOfCode = new int[categories];
        Array.Fill(binOfCode, kept.Length);
        for (var bin = 0; bin < kept.Length; bin++)
            binOfCode[kept[bin]] = bin;
        return new FeatureBins(binOfCode, kept, missing || kept.Length < seen.Length);
    }

    /// <summary>The bin of a value.</summary>
    public byte Of(double value)
    {
        if (IsCategorical)
        {
            var code = CategoryColumns.Code(value, _binOfCode.Length);
            return (byte)(code < 0 || code == _binOfCode.Length ? Count : _binOfCode[code]);
        }

        if (double.IsNaN(value))
            return (byte)Count;

        var (bin, steps) = (0, _steps);
        for (var bit = _halvings - 1; bit >= 0; bit--)
            bin += (value >= steps[bin + (1 << bit) - 1] ? 1 : 0) << bit;
        return (byte)bin;
    }
}
