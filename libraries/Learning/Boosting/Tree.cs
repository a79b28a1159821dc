using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>A decision tree: nodes in depth-first order, the left child right behind its parent.</summary>
internal sealed class Tree(TreeNode[] nodes)
{
    public IReadOnlyList<TreeNode> Nodes => nodes;

    /// <summary>What the tree adds to the log-odds of a row: the plain definition, which <see cref="LeafMasks"/> computes faster to the same bits.</summary>
    public double Of(ReadOnlySpan<double> row, FeatureSchema schema)
    {
        var node = nodes[0];
        while (!node.IsLeaf)
            node = nodes[node.GoesLeft(row[node.Feature], schema.Features[node.Feature].Categories.Count) ? node.Left : node.Right];
        return node.Value;
    }
}
