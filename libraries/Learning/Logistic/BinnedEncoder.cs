using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Preparation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Logistic;

/// <summary>Learns from training rows which column each value of one feature falls into, and turns fitted weights into its term.</summary>
internal sealed class BinnedEncoder
{
    private const int None = -1;

    private readonly CategoryColumns? _categories;
    private readonly double[] _edges = [];
    private readonly int _missing = None;

    private BinnedEncoder(CategoryColumns categories)
    {
        _categories = categories;
        Columns = categories.Count;
    }

    private BinnedEncoder(double[] edges, bool sawMissing, bool sawValues)
    {
        _edges = edges;
        Columns = sawValues ? edges.Length + 1 : 0;
        _missing = sawMissing ? Columns++ : None;
    }

    /// <summary>Columns in use; with fewer than two the feature says nothing.</summary>
    public int Columns { get; }

    /// <summary>Columns of bins in ascending order, each the neighbour of the next; 0 for categories.</summary>
    public int OrderedColumns => _categories is null ? _edges.Length + 1 : 0;

    public static BinnedEncoder Learn(DataSet data, int feature, int bins, int minRows)
    {
        var values = data.Values;
        var stride = data.Schema.Count;
        if (data.Schema.Features[feature].Kind == FeatureKind.Categorical)
            return new BinnedEncoder(CategoryColumns.Learn(values, feature, stride, data.Schema.Features[feature].Categories.Count, minRows));

        var sorted = new double[data.Count];
        var present = 0;
        for (var i = feature; i < values.Length; i += stride)
        {
            if (!double.IsNaN(values[i]))
                sorted[present++] = FiniteRange.Clamp(values[i]);
        }

        NumberSort.Sort(sorted.AsSpan(0, present));
        return new BinnedEncoder(QuantileBins.Edges(sorted.AsSpan(0, present), bins, minRows), present < data.Count, present > 0);
    }

    /// <summary>The column of a value within the feature, or −1.</summary>
    public int ColumnOf(double value)
    {
        if (_categories is not null)
            return _categories.Of(value);
        if (double.IsNaN(value))
            return _missing;

        var bin = 0;
        foreach (var edge in _edges)
            bin += value >= edge ? 1 : 0;
        return bin;
    }

    /// <summary>The feature's term: its weights, missing and unseen values included.</summary>
    /// <param name="weights">One per column.</param>
    /// <param name="average">The mean weight over the training rows.</param>
    public AdditiveTerm Term(ReadOnlySpan<double> weights, double average, int categories)
    {
        if (_categories is null)
            return new StepTerm(average, At(weights, _missing), _edges, weights.IsEmpty ? new double[_edges.Length + 1] : weights[..(_edges.Length + 1)].ToArray());

        var table = new double[categories];
        for (var code = 0; code < categories; code++)
            table[code] = At(weights, _categories.OfCode(code));
        return new CategoryTerm(average, At(weights, _categories.Missing), table, At(weights, _categories.Rare));
    }

    private static double At(ReadOnlySpan<double> weights, int column) => column == None || weights.IsEmpty ? 0.0 : weights[column];
}
