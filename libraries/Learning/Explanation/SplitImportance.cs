using MonitoringDemo.Learning.Boosting;

namespace MonitoringDemo.Learning.Explanation;

/// <summary>What the questions of boosted trees say of their features, without any row. Each list is in schema order.</summary>
/// <param name="Splits">Nodes that ask for the feature.</param>
/// <param name="Cover">Training rows that came by those nodes, as a share of all features' rows.</param>
/// <param name="Gain">
/// What those nodes explain of the trees' output, as a share: training rows × squared distance of a row's output from the mean
/// below its node, lowered by parting the node, n₁ n₂ / (n₁ + n₂) × (m₁ − m₂)² (L. Breiman et al., "Classification and
/// regression trees", 1984, section 8.4).
/// </param>
public sealed record SplitImportance(IReadOnlyList<int> Splits, IReadOnlyList<double> Cover, IReadOnlyList<double> Gain)
{
    /// <summary>Reads it from a model; null when the model is not made of trees.</summary>
    public static SplitImportance? Of(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model is not BoostedModel boosted)
            return null;

        var (splits, cover, gain) = (new int[model.Schema.Count], new double[model.Schema.Count], new double[model.Schema.Count]);
        foreach (var tree in boosted.Trees)
            Mean(tree, 0, splits, cover, gain);
        return new SplitImportance(splits, Shares(cover), Shares(gain));
    }

    private static double Mean(Tree tree, int index, int[] splits, double[] cover, double[] gain)
    {
        var node = tree.Nodes[index];
        if (node.IsLeaf)
            return node.Value;

        var (left, right) = (Mean(tree, node.Left, splits, cover, gain), Mean(tree, node.Right, splits, cover, gain));
        double rowsLeft = tree.Nodes[node.Left].Rows, rowsRight = tree.Nodes[node.Right].Rows;
        splits[node.Feature]++;
        cover[node.Feature] += node.Rows;
        gain[node.Feature] += rowsLeft * rowsRight / node.Rows * (left - right) * (left - right);
        return ((rowsLeft * left) + (rowsRight * right)) / node.Rows;
    }

    private static double[] Shares(double[] amounts)
    {
        var sum = 0.0;
        foreach (var amount in amounts)
            sum += amount;
        return [.. amounts.Select(amount => sum > 0.0 ? amount / sum : 0.0)];
    }
}
