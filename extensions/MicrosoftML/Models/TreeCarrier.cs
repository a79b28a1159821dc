using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.MicrosoftML.Columns;

namespace MonitoringDemo.MicrosoftML.Models;

/// <summary>Rewrites a tree over columns as a tree over features, and counts the training rows that come by each of its nodes.</summary>
internal static class TreeCarrier
{
    public static Tree Carry(LearnedTree tree, double scale, TreeColumn[] columns, DataSet data)
    {
        var nodes = new List<TreeNode>();
        Add(tree, 0, scale, columns, data.Schema, nodes);
        var rows = Rows(nodes, data);
        return new Tree([.. nodes.Select((node, i) => node with { Rows = rows[i] })]);
    }

    // Depth first, left before right, as the house keeps its trees. Returns the index of the node added.
    private static int Add(LearnedTree tree, int place, double scale, TreeColumn[] columns, FeatureSchema schema, List<TreeNode> nodes)
    {
        var index = nodes.Count;
        if (place < 0)
        {
            var value = scale * tree.Leaves[~place];
            if (!double.IsFinite(value))
                throw new TrainingException("ML.NET grew a leaf whose value is no finite number. Lower the 'rate'.");
            nodes.Add(TreeNode.Leaf(value, 0));
            return index;
        }

        var column = columns[tree.Columns[place]];
        var node = column.Node(tree.Thresholds[place], schema.Features[column.Feature].Categories.Count);
        nodes.Add(node);
        var left = Add(tree, tree.Left[place], scale, columns, schema, nodes);
        var right = Add(tree, tree.Right[place], scale, columns, schema, nodes);
        nodes[index] = node with { Left = left, Right = right };
        return index;
    }

    private static long[] Rows(List<TreeNode> nodes, DataSet data)
    {
        var rows = new long[nodes.Count];
        for (var i = 0; i < data.Count; i++)
        {
            var row = data.Row(i);
            var at = 0;
            rows[0]++;
            while (!nodes[at].IsLeaf)
            {
                var node = nodes[at];
                at = node.GoesLeft(row[node.Feature], data.Schema.Features[node.Feature].Categories.Count) ? node.Left : node.Right;
                rows[at]++;
            }
        }

        return rows;
    }
}
