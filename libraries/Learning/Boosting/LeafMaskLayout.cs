using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>Works out the tables of <see cref="LeafMasks"/> from trees.</summary>
internal sealed class LeafMaskLayout
{
    /// <summary>Bits of a word, one a leaf.</summary>
    public const int MostLeaves = 64;

    private readonly FeatureSchema _schema;
    private readonly Tree[] _trees;
    private readonly int _blocks;
    private readonly int _intervals;
    private readonly int[] _used;
    private readonly double[][] _thresholds;

    public LeafMaskLayout(FeatureSchema schema, Tree[] trees, int blocks)
    {
        (_schema, _trees, _blocks) = (schema, trees, blocks);
        _used = [.. trees.SelectMany(tree => tree.Nodes).Where(node => !node.IsLeaf).Select(node => node.Feature).Distinct().Order()];
        _thresholds = Thresholds(trees, _used);
        _intervals = Enumerable.Range(0, _used.Length).Sum(Intervals);
        Words = (long)_intervals * blocks * LeafMasks.Block;
    }

    /// <summary>Features that the trees ask for.</summary>
    public int Features => _used.Length;

    /// <summary>Leaves of the largest tree.</summary>
    public int Leaves => _trees.Length == 0 ? 0 : _trees.Max(tree => tree.Nodes.Count(node => node.IsLeaf));

    /// <summary>Words that the masks take.</summary>
    public long Words { get; }

    public (LeafMasks.Interval[] Features, double[] Edges, ulong[] Masks, double[] Values) Build()
    {
        var features = new LeafMasks.Interval[_used.Length];
        var edges = new List<double>();
        var masks = new ulong[Words];
        masks.AsSpan().Fill(ulong.MaxValue);
        var firstInterval = 0;
        for (var k = 0; k < _used.Length; k++)
        {
            var categories = Categories(_used[k]);
            features[k] = new LeafMasks.Interval(_used[k], categories, edges.Count, categories > 0 ? 0 : PowerOfTwo(_thresholds[k].Length), firstInterval);
            if (categories == 0)
            {
                edges.AddRange(_thresholds[k]);
                edges.AddRange(Enumerable.Repeat(double.NaN, features[k].Edges - _thresholds[k].Length));
            }

            firstInterval += Intervals(k);
        }

        var values = new double[_blocks * LeafMasks.Block * MostLeaves];
        for (var tree = 0; tree < _trees.Length; tree++)
            Mark(tree, 0, 0, features, masks, values);
        return (features, [.. edges], masks, values);
    }

    private static int PowerOfTwo(int edges)
    {
        var size = 2;
        while (size <= edges)
            size *= 2;
        return size;
    }

    // Returns the number of leaves below the node; its leaves are numbered from firstLeaf.
    private int Mark(int tree, int index, int firstLeaf, LeafMasks.Interval[] features, ulong[] masks, double[] values)
    {
        var node = _trees[tree].Nodes[index];
        if (node.IsLeaf)
        {
            values[(tree * MostLeaves) + firstLeaf] = node.Value;
            return 1;
        }

        var left = Mark(tree, node.Left, firstLeaf, features, masks, values);
        var right = Mark(tree, node.Right, firstLeaf + left, features, masks, values);

        // A value that goes right cannot reach the left leaves. (One that goes left leaves a lower bit set than any on the right.)
        var cut = ~(((1UL << left) - 1) << firstLeaf);
        var k = Array.BinarySearch(_used, node.Feature);
        for (var interval = 0; interval < Intervals(k); interval++)
        {
            if (!node.GoesLeft(Sample(k, interval), Categories(node.Feature)))
                masks[Word(tree, features[k].FirstInterval + interval)] &= cut;
        }

        return left + right;
    }

    private int Word(int tree, int interval) => (((tree / LeafMasks.Block * _intervals) + interval) * LeafMasks.Block) + (tree % LeafMasks.Block);

    // A value that falls into the interval; interval 0 is that of missing values.
    private double Sample(int k, int interval)
    {
        if (interval == 0)
            return double.NaN;
        return Categories(_used[k]) > 0 ? interval - 1 : _thresholds[k][interval - 1];
    }

    private int Intervals(int k) => Categories(_used[k]) is var categories && categories > 0 ? categories + 2 : _thresholds[k].Length + 1;

    private int Categories(int feature) => _schema.Features[feature].Categories.Count;

    // One pass over all nodes, however many features they ask for.
    private static double[][] Thresholds(Tree[] trees, int[] used)
    {
        var asked = trees.SelectMany(tree => tree.Nodes).Where(node => !node.IsLeaf).ToLookup(node => node.Feature, node => node.Threshold);
        return [.. used.Select(feature => (double[])[double.NegativeInfinity, .. asked[feature].Distinct().Order()])];
    }
}
