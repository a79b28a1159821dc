using MonitoringDemo.Learning.Boosting;

namespace MonitoringDemo.Learning.Explanation;

/// <summary>What <see cref="TreeContributions"/> has to know of a tree that is the same for every row.</summary>
internal sealed class TreePaths
{
    private readonly IReadOnlyList<TreeNode> _nodes;

    public TreePaths(Tree tree)
    {
        _nodes = tree.Nodes;
        Places = new Place[_nodes.Count];
        Descend(0, 0, 1.0, []);
    }

    /// <summary>How each node is come to; the root's is empty.</summary>
    public Place[] Places { get; }

    /// <summary>Nodes below the root on the longest path.</summary>
    public int Depth { get; private set; }

    /// <summary>The most different features that a path asks for.</summary>
    public int MostFeatures { get; private set; }

    /// <summary>The mean of the leaves over the training rows.</summary>
    public double Average { get; private set; }

    // The path: for each feature asked for, the level below its last question and the share of rows that all of them let through.
    private void Descend(int index, int level, double reached, Dictionary<int, (int Level, double Cover)> path)
    {
        var node = _nodes[index];
        if (node.IsLeaf)
        {
            Depth = Math.Max(Depth, level);
            MostFeatures = Math.Max(MostFeatures, path.Count);
            Average += reached * node.Value;
            return;
        }

        foreach (var child in (ReadOnlySpan<int>)[node.Left, node.Right])
        {
            var share = (double)_nodes[child].Rows / node.Rows;
            var (above, coverAbove) = path.TryGetValue(node.Feature, out var same) ? same : (-1, 1.0);
            Places[child] = new Place(coverAbove * share, above, coverAbove);
            Descend(child, level + 1, reached * share, new Dictionary<int, (int Level, double Cover)>(path) { [node.Feature] = (level + 1, coverAbove * share) });
        }
    }

    /// <summary>The question before a node.</summary>
    /// <param name="Cover">The share of training rows that this and the earlier questions about the same feature let through.</param>
    /// <param name="SameFeatureAbove">The level below the last earlier question about the same feature, or −1.</param>
    /// <param name="CoverAbove">The cover there; 1 where there is none.</param>
    internal readonly record struct Place(double Cover, int SameFeatureAbove, double CoverAbove);
}
