using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MonitoringDemo.Learning.Preparation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>
/// Scores all trees at once without walking them. Every value of a feature falls into an interval between thresholds; for each
/// interval and tree a word says which leaves can still be reached. The words of a row's intervals, and-ed over the features,
/// leave one leaf per tree: its lowest set bit. Sixteen trees are worked on together, for many rows in turn, so that their
/// words stay near the processor.
/// </summary>
/// <remarks>
/// After C. Lucchese et al., "QuickScorer: a fast algorithm to rank documents with additive ensembles of regression trees",
/// SIGIR 2015, with the masks of all nodes of a feature combined beforehand. Whole numbers but for the final sum, whose
/// order is fixed. Where the words would fill more than 32 MB the trees are walked instead, to the same bits.
/// </remarks>
internal sealed class LeafMasks
{
    /// <summary>Trees that are worked on together.</summary>
    public const int Block = 16;

    private const long MostWords = 4 << 20;
    private const int MostFeatures = 16_384;
    private const int MostRowsAtOnce = 64;
    private const int MostPlacesAtOnce = 4_096;

    private readonly FeatureSchema _schema;
    private readonly double _baseLogOdds;
    private readonly Tree[] _trees;
    private readonly int _blocks;
    private readonly int _wordsOfBlock;
    private readonly Interval[] _features = [];
    private readonly double[] _edges = [];
    private readonly ulong[] _masks = [];
    private readonly uint[] _narrowMasks = [];
    private readonly double[] _values = [];
    private readonly bool _walk;

    public LeafMasks(FeatureSchema schema, double baseLogOdds, Tree[] trees, long mostWords = MostWords)
    {
        (_schema, _baseLogOdds, _trees) = (schema, baseLogOdds, trees);
        _blocks = (trees.Length + Block - 1) / Block;
        var layout = new LeafMaskLayout(schema, trees, _blocks);
        _walk = layout.Words > mostWords || layout.Features > MostFeatures;
        if (_walk)
            return;

        _wordsOfBlock = (int)layout.Words / Math.Max(1, _blocks);
        (_features, _edges, _masks, _values) = layout.Build();
        if (layout.Leaves <= 32)
            (_narrowMasks, _masks) = (Array.ConvertAll(_masks, mask => (uint)mask), []);
    }

    /// <summary>The log-odds of class 1.</summary>
    /// <param name="rows">Row-major, as wide as the schema.</param>
    /// <param name="logOdds">One for each row.</param>
    public void LogOdds(ReadOnlySpan<double> rows, Span<double> logOdds)
    {
        var width = _schema.Count;
        if (_walk)
        {
            for (var i = 0; i < logOdds.Length; i++)
                logOdds[i] = Walk(rows.Slice(i * width, width));
            return;
        }

        var used = _features.Length;
        var atOnce = Math.Min(logOdds.Length, Math.Clamp(MostPlacesAtOnce / Math.Max(1, used), 1, MostRowsAtOnce));
        Span<int> places = stackalloc int[atOnce * used];
        Span<Vector256<double>> sums = stackalloc Vector256<double>[atOnce];
        for (var from = 0; from < logOdds.Length; from += atOnce)
        {
            var count = Math.Min(atOnce, logOdds.Length - from);
            for (var i = 0; i < count; i++)
                Place(rows.Slice((from + i) * width, width), places.Slice(i * used, used));

            sums.Clear();
            for (var block = 0; block < _blocks; block++)
            {
                for (var i = 0; i < count; i++)
                    Add(ref sums[i], block, places.Slice(i * used, used));
            }

            // Four sums in a fixed pattern, so that additions need not wait for one another.
            for (var i = 0; i < count; i++)
                logOdds[from + i] = _baseLogOdds + ((sums[i][0] + sums[i][1]) + (sums[i][2] + sums[i][3]));
        }
    }

    // Where the words of the row's intervals stand in a block.
    private void Place(ReadOnlySpan<double> row, Span<int> places)
    {
        var features = _features.AsSpan(0, places.Length);
        for (var k = 0; k < places.Length; k++)
        {
            ref readonly var feature = ref features[k];
            var value = row[feature.Index];
            var interval = feature.Categories > 0
                ? CategoryColumns.Code(value, feature.Categories) + 1
                : Reached(_edges.AsSpan(feature.FirstEdge, feature.Edges), value);
            places[k] = (feature.FirstInterval + interval) * Block;
        }
    }

    private void Add(ref Vector256<double> sum, int block, ReadOnlySpan<int> places)
    {
        var values = _values.AsSpan(block * Block * LeafMaskLayout.MostLeaves, Block * LeafMaskLayout.MostLeaves);
        if (_narrowMasks.Length > 0)
            AddNarrow(ref sum, _narrowMasks.AsSpan(block * _wordsOfBlock, _wordsOfBlock), values, places);
        else
            AddWide(ref sum, _masks.AsSpan(block * _wordsOfBlock, _wordsOfBlock), values, places);
    }

    // Up to 32 leaves: half the words, half the work.
    private static void AddNarrow(ref Vector256<double> sum, ReadOnlySpan<uint> masks, ReadOnlySpan<double> values, ReadOnlySpan<int> places)
    {
        var (a, b) = (Vector256<uint>.AllBitsSet, Vector256<uint>.AllBitsSet);
        foreach (var place in places)
        {
            ref var word = ref MemoryMarshal.GetReference(masks.Slice(place, Block));
            a &= Vector256.LoadUnsafe(ref word);
            b &= Vector256.LoadUnsafe(ref word, 8);
        }

        sum += Leaves(values, 0, a.AsUInt64()[0], a.AsUInt64()[1]);
        sum += Leaves(values, 4, a.AsUInt64()[2], a.AsUInt64()[3]);
        sum += Leaves(values, 8, b.AsUInt64()[0], b.AsUInt64()[1]);
        sum += Leaves(values, 12, b.AsUInt64()[2], b.AsUInt64()[3]);
    }

    private static void AddWide(ref Vector256<double> sum, ReadOnlySpan<ulong> masks, ReadOnlySpan<double> values, ReadOnlySpan<int> places)
    {
        var (a, b, c, d) = (Vector256<ulong>.AllBitsSet, Vector256<ulong>.AllBitsSet, Vector256<ulong>.AllBitsSet, Vector256<ulong>.AllBitsSet);
        foreach (var place in places)
        {
            ref var word = ref MemoryMarshal.GetReference(masks.Slice(place, Block));
            a &= Vector256.LoadUnsafe(ref word);
            b &= Vector256.LoadUnsafe(ref word, 4);
            c &= Vector256.LoadUnsafe(ref word, 8);
            d &= Vector256.LoadUnsafe(ref word, 12);
        }

        sum += Leaves(values, 0, a);
        sum += Leaves(values, 4, b);
        sum += Leaves(values, 8, c);
        sum += Leaves(values, 12, d);
    }

    // The leaves of four trees, two in each word, the first in its lower half.
    private static Vector256<double> Leaves(ReadOnlySpan<double> values, int tree, ulong first, ulong second) => Vector256.Create(
        Leaf(values, tree, (uint)first), Leaf(values, tree + 1, first >> 32), Leaf(values, tree + 2, (uint)second), Leaf(values, tree + 3, second >> 32));

    private static Vector256<double> Leaves(ReadOnlySpan<double> values, int tree, Vector256<ulong> reachable) => Vector256.Create(
        Leaf(values, tree, reachable[0]), Leaf(values, tree + 1, reachable[1]), Leaf(values, tree + 2, reachable[2]), Leaf(values, tree + 3, reachable[3]));

    private static double Leaf(ReadOnlySpan<double> values, int tree, ulong reachable) =>
        values[(tree * LeafMaskLayout.MostLeaves) + BitOperations.TrailingZeroCount(reachable)];

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
    internal readonly record struct Interval(int Index, int Categories, int FirstEdge, int Edges, int FirstInterval);
}
