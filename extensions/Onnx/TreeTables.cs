using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Schema;
using static MonitoringDemo.Onnx.TreeQuestion;

namespace MonitoringDemo.Onnx;

/// <summary>The nodes of all trees in the tables that the operator TreeEnsemble takes.</summary>
internal sealed class TreeTables
{
    private readonly FeatureSchema _schema;
    private readonly List<TreeQuestion> _questions = [];
    private readonly List<double> _leaves = [];
    private readonly List<double> _members = [];
    private readonly List<long> _roots = [];

    public TreeTables(BoostedModel model)
    {
        _schema = model.Schema;
        foreach (var tree in model.Trees)
            AddTree(tree);

        // The operator wants one tree at least.
        if (model.Trees.Count == 0)
            AddTree(new Tree([TreeNode.Leaf(0.0, 1)]));
    }

    public IReadOnlyList<TreeQuestion> Questions => _questions;

    public IReadOnlyCollection<double> Leaves => _leaves;

    /// <summary>The sets of the questions about categories, in the order of the questions, each ended by NaN.</summary>
    public IReadOnlyCollection<double> Members => _members;

    public IEnumerable<long> Roots => _roots;

    private void AddTree(Tree tree)
    {
        _roots.Add(_questions.Count);
        var root = Add(tree, 0);

        // A tree begins with a question: one whose answers lead to the same leaf.
        if (root.IsLeaf)
            _questions.Add(new TreeQuestion(0, Comparison.Below, 0.0, false, root, root));
    }

    private Place Add(Tree tree, int index)
    {
        var node = tree.Nodes[index];
        if (node.IsLeaf)
        {
            _leaves.Add(node.Value);
            return new Place(_leaves.Count - 1, IsLeaf: true);
        }

        // The sets lie in the order of the questions: a node's own before those of its children.
        var place = _questions.Count;
        var (mode, split) = Ask(node);
        var question = new TreeQuestion(node.Feature, mode, split, node.MissingGoesLeft, default, default);
        _questions.Add(question);
        var left = Add(tree, node.Left);
        var right = Add(tree, node.Right);
        _questions[place] = question with { True = left, False = right };
        return new Place(place, IsLeaf: false);
    }

    private (Comparison Mode, double Split) Ask(TreeNode node)
    {
        if (node.LeftCategories is null)
            return double.IsPositiveInfinity(node.Threshold) ? (Comparison.AtMost, double.PositiveInfinity) : (Comparison.Below, node.Threshold);

        // The code behind the last one stands for categories that the schema does not know: they go where missing values go.
        var left = node.LeftCategories.Select(code => (double)code).ToList();
        if (node.MissingGoesLeft)
            left.Add(_schema.Features[node.Feature].Categories.Count);
        if (left.Count == 0)
            return (Comparison.Below, double.NegativeInfinity);
        _members.AddRange(left);
        _members.Add(double.NaN);
        return (Comparison.Member, 0.0);
    }
}
