using System.Globalization;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Report;

/// <summary>Where the values of a feature are counted: a bin a category or value where there are few, else equally wide ones, the outer two without end; one more for missing values.</summary>
internal sealed class ValueBins
{
    private const int Most = 24;
    private const double Tail = 0.005;

    private readonly double[]? _values;
    private readonly double _low;
    private readonly double _width;
    private readonly int _count;

    private ValueBins(double[]? values, double low, double width, IReadOnlyList<string> names) =>
        (_values, _low, _width, _count, Names) = (values, low, width, names.Count, [.. names, "missing"]);

    /// <summary>In order; the last is for missing values.</summary>
    public IReadOnlyList<string> Names { get; }

    public static ValueBins Of(Feature feature, params double[][] samples)
    {
        var sorted = samples.SelectMany(sample => sample).Where(double.IsFinite).Order().ToArray();
        var distinct = sorted.Distinct().Take(Most + 1).ToArray();
        if (feature.Kind == FeatureKind.Categorical)
        {
            var codes = Enumerable.Range(0, feature.Categories.Count + 1).Select(code => (double)code).ToArray();
            return new ValueBins(codes, 0, 0, [.. feature.Categories, "never seen"]);
        }

        if (distinct.Length <= Most) return new ValueBins(distinct, 0, 0, [.. distinct.Select(Text)]);

        // Few far values would leave one bin for all the others.
        var (low, high) = (sorted[(int)(Tail * sorted.Length)], sorted[(int)((1 - Tail) * (sorted.Length - 1))]);
        var width = (high - low) / Most;
        return width > 0
            ? new ValueBins(null, low, width, [.. Enumerable.Range(0, Most).Select(bin => $"from {Text(low + (bin * width))}")])
            : new ValueBins([low], 0, 0, [Text(low)]);
    }

    /// <summary>The share of the sample in each bin.</summary>
    public double[] Shares(double[] sample)
    {
        var shares = new double[_count + 1];
        foreach (var value in sample) shares[Find(value)] += 1.0 / sample.Length;
        return shares;
    }

    public static string Text(double value) => value.ToString(Math.Abs(value) >= 1000 ? "N0" : "G4", CultureInfo.InvariantCulture);

    private int Find(double value)
    {
        if (!double.IsFinite(value)) return _count;
        if (_values is null) return (int)Math.Clamp((value - _low) / _width, 0, _count - 1);
        var at = Array.BinarySearch(_values, value);
        return Math.Min(at >= 0 ? at : ~at, _count - 1);
    }
}
