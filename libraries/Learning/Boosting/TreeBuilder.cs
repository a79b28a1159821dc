using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>Turns what has grown into a tree of plain nodes that needs no bins.</summary>
internal static class TreeBuilder
{
    public static Tree Build(GrowingLeaf root, FeatureBins[] bins, FeatureSchema schema, BoostingSettings settings)
    {
        var nodes = new List<TreeNode>();
        Add(root, nodes, bins, schema, settings);
        return new Tree([.. nodes]);
    }

    /// <summary>The shrunk value of a leaf.</summary>
    public static double LeafValue(in GradientSum sum, BoostingSettings settings) => settings.Rate * sum.Step(settings.L2);

    private static int Add(GrowingLeaf place, List<TreeNode> nodes, FeatureBins[] bins, FeatureSchema schema, BoostingSettings settings)
    {
        var index = nodes.Count;
        nodes.Add(TreeNode.Leaf(LeafValue(place.Sum, settings), place.Sum.Rows));
        if (place.Left is null || place.Right is null)
            return index;

        var split = place.Split!;
        var feature = bins[split.Feature];
        var left = Add(place.Left, nodes, bins, schema, settings);
        var right = Add(place.Right, nodes, bins, schema, settings);
        nodes[index] = new TreeNode(
            split.Feature,
            feature.IsCategorical ? 0.0 : Threshold(feature, split),
            feature.IsCategorical ? LeftCategories(feature, split, schema.Features[split.Feature].Categories.Count) : null,
            split.MissingGoesLeft,
            left,
            right,
            0.0,
            place.Sum.Rows);
        return index;
    }

    // A split after the last bin parts the missing values from all others.
    private static double Threshold(FeatureBins feature, Split split) =>
        split.LastLeftBin < feature.Edges.Length ? feature.Edges[split.LastLeftBin] : double.PositiveInfinity;

    // Categories that training did not see, or that were too rare for a bin, go where missing values go.
    private static int[] LeftCategories(FeatureBins feature, Split split, int categories)
    {
        var goesLeft = new bool[categories];
        goesLeft.AsSpan().Fill(split.MissingGoesLeft);
        for (var bin = 0; bin < feature.Codes.Length; bin++)
            goesLeft[feature.Codes[bin]] = split.BinGoesLeft[bin];
        return [.. Enumerable.Range(0, categories).Where(code => goesLeft[code])];
    }
}
