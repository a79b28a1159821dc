using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MonitoringDemo.Learning.Preparation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>
/// Scores all trees at once without walking them. Every value of a feature falls into an interval between thresholds; for each
/// interval and tree a word says which leaves can still be reached. The words of a row's intervals, and-ed over the features,
/// leave one leaf per tree: its lowest set bit.
/// </summary>
/// <remarks>
/// After C. Lucchese et al., "QuickScorer: a fast algorithm to rank documents with additive ensembles of regression trees",
/// SIGIR 2015, with the masks of all nodes of a feature combined beforehand. Whole numbers but for the final sum, whose
/// order is fixed. Where the words would fill more than 32 MB the trees are walked instead, to the same bits.
/// </remarks>
internal sealed class LeafMasks
{
    private const long MostWords = 4 << 20;
    private const int MostTreesOnStack = 512;

    private readonly FeatureSchema _schema;
    private readonly double _baseLogOdds;
    private readonly Tree[] _trees;
    private readonly int _words;
    private readonly Interval[] _features = [];
    private readonly double[] _edges = [];
    private readonly ulong[] _masks = [];
    private readonly double[] _values = [];
    private readonly bool _walk;

    public LeafMasks(FeatureSchema schema, double baseLogOdds, Tree[] trees)
    {
        (_schema, _baseLogOdds, _trees) = (schema, baseLogOdds, trees);
        _words = (trees.Length + 3) / 4 * 4;
        var layout = new LeafMaskLayout(schema, trees, _words);
        _walk = layout.Words > MostWords || trees.Length > MostTreesOnStack;
        if (!_walk)
            (_features, _edges, _masks, _values) = layout.Build();
    }

    /// <summary>The log-odds of class 1.</summary>
    public double LogOdds(ReadOnlySpan<double> row)
    {
        if (_walk)
            return Walk(row);

        Span<ulong> reachable = stackalloc ulong[_words];
        reachable.Fill(ulong.MaxValue);
        var wide = MemoryMarshal.Cast<ulong, Vector256<ulong>>(reachable);
        foreach (ref readonly var feature in _features.AsSpan())
        {
            var interval = feature.Categories > 0
                ? CategoryColumns.Code(row[feature.Index], feature.Categories) + 1
                : Reached(_edges.AsSpan(feature.FirstEdge, feature.Edges), row[feature.Index]);
            var masks = MemoryMarshal.Cast<ulong, Vector256<ulong>>(_masks.AsSpan(feature.FirstMask + (interval * _words), _words));
            for (var i = 0; i < wide.Length; i++)
                wide[i] &= masks[i];
        }

        return Sum(reachable);
    }

    private double Sum(ReadOnlySpan<ulong> reachable)
    {
        // Four sums in a fixed pattern, so that additions need not wait for one another.
        double a = 0, b = 0, c = 0, d = 0;
        for (var tree = 0; tree < reachable.Length; tree += 4)
        {
            a += _values[(tree * 64) + BitOperations.TrailingZeroCount(reachable[tree])];
            b += _values[((tree + 1) * 64) + BitOperations.TrailingZeroCount(reachable[tree + 1])];
            c += _values[((tree + 2) * 64) + BitOperations.TrailingZeroCount(reachable[tree + 2])];
            d += _values[((tree + 3) * 64) + BitOperations.TrailingZeroCount(reachable[tree + 3])];
        }

        return _baseLogOdds + ((a + b) + (c + d));
    }

    private double Walk(ReadOnlySpan<double> row)
    {
        Span<double> sums = [0, 0, 0, 0];
        for (var tree = 0; tree < _trees.Length; tree++)
            sums[tree & 3] += _trees[tree].Of(row, _schema);
        return _baseLogOdds + ((sums[0] + sums[1]) + (sums[2] + sums[3]));
    }

    // As in AdditiveScorer: −∞ first, NaN behind, halving without branches.
    private static int Reached(ReadOnlySpan<double> edges, double value)
    {
        var position = 0;
        for (var half = edges.Length >> 1; half > 0; half >>= 1)
            position += -(value >= edges[position + half - 1] ? 1 : 0) & half;
        return position;
    }

    /// <summary>One feature that the trees ask for.</summary>
    internal readonly record struct Interval(int Index, int Categories, int FirstEdge, int Edges, int FirstMask);
}
