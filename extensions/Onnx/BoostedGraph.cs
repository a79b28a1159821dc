using MonitoringDemo.Learning.Boosting;
using Onnx;

namespace MonitoringDemo.Onnx;

/// <summary>Boosted trees as a graph: all features in one table, one operator for all trees.</summary>
internal static class BoostedGraph
{
    private const long Sum = 1;
    private const long NoTransform = 0;

    public static string LogOdds(OnnxGraph graph, FeatureInputs inputs, BoostedModel model)
    {
        var features = graph.Add("Concat", [.. Enumerable.Range(0, model.Schema.Count).Select(inputs.Value)], [OnnxGraph.Attribute("axis", 1)]);
        var trees = graph.Add("TreeEnsemble", [features], Attributes(new TreeTables(model)), OnnxGraph.LearningDomain);
        return graph.Add("Add", trees, graph.Numbers(model.BaseLogOdds));
    }

    private static AttributeProto[] Attributes(TreeTables tables)
    {
        List<AttributeProto> attributes =
        [
            OnnxGraph.Attribute("aggregate_function", Sum),
            OnnxGraph.Attribute("post_transform", NoTransform),
            OnnxGraph.Attribute("n_targets", 1),
            OnnxGraph.Attribute("tree_roots", tables.Roots),
            OnnxGraph.Attribute("nodes_featureids", tables.Questions.Select(question => (long)question.Feature)),
            OnnxGraph.Attribute("nodes_modes", OnnxGraph.Tensor([.. tables.Questions.Select(question => (byte)question.Mode)])),
            OnnxGraph.Attribute("nodes_splits", OnnxGraph.Tensor([.. tables.Questions.Select(question => question.Split)])),
            OnnxGraph.Attribute("nodes_missing_value_tracks_true", tables.Questions.Select(question => question.MissingIsTrue ? 1L : 0L)),
            OnnxGraph.Attribute("nodes_truenodeids", tables.Questions.Select(question => question.True.Index)),
            OnnxGraph.Attribute("nodes_trueleafs", tables.Questions.Select(question => question.True.IsLeaf ? 1L : 0L)),
            OnnxGraph.Attribute("nodes_falsenodeids", tables.Questions.Select(question => question.False.Index)),
            OnnxGraph.Attribute("nodes_falseleafs", tables.Questions.Select(question => question.False.IsLeaf ? 1L : 0L)),
            OnnxGraph.Attribute("leaf_targetids", tables.Leaves.Select(_ => 0L)),
            OnnxGraph.Attribute("leaf_weights", OnnxGraph.Tensor(tables.Leaves)),
        ];
        if (tables.Members.Count > 0)
            attributes.Add(OnnxGraph.Attribute("membership_values", OnnxGraph.Tensor(tables.Members)));
        return [.. attributes];
    }
}
