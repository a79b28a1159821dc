using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Preparation;
using Onnx;

namespace MonitoringDemo.Onnx;

/// <summary>An additive model as a graph: a term a feature, added in the order of the features, as the house adds them.</summary>
internal static class AdditiveGraph
{
    public static string LogOdds(OnnxGraph graph, FeatureInputs inputs, AdditiveModel model)
    {
        var sum = graph.Numbers(model.Intercept);
        for (var i = 0; i < model.Terms.Count; i++)
            sum = graph.Add("Add", sum, Term(graph, inputs, i, model.Terms[i]));
        return sum;
    }

    private static string Term(OnnxGraph graph, FeatureInputs inputs, int feature, AdditiveTerm term) => term switch
    {
        LinearTerm linear => Linear(graph, inputs.Name(feature), linear),
        StepTerm step => Step(graph, inputs.Name(feature), step),
        CategoryTerm category => inputs.LookUp(feature, [category.MissingWeight, .. category.Weights, category.UnseenWeight]),
        _ => throw new NotSupportedException($"The feature '{inputs.Name(feature)}' has a term that cannot be written as ONNX."),
    };

    private static string Linear(OnnxGraph graph, string value, LinearTerm term)
    {
        var finite = graph.Add("Clip", value, graph.Number(-FiniteRange.Limit), graph.Number(FiniteRange.Limit));
        var centred = graph.Add("Sub", finite, graph.Numbers(term.Mean));
        var scaled = graph.Add("Mul", centred, graph.Numbers(Standardisation.Inverse(term.Deviation)));
        var standard = graph.Add("Clip", scaled, graph.Number(-Standardisation.Limit), graph.Number(Standardisation.Limit));
        var weighed = graph.Add("Mul", standard, graph.Numbers(term.Weight));
        return graph.Add("Where", graph.Add("IsNaN", value), graph.Numbers(term.MissingWeight), weighed);
    }

    // How many edges the value reaches, −∞ before them all: a missing value reaches none.
    private static string Step(OnnxGraph graph, string value, StepTerm term)
    {
        var reached = graph.Add("GreaterOrEqual", value, graph.Numbers([double.NegativeInfinity, .. term.Edges]));
        var whole = graph.Add("Cast", [reached], [OnnxGraph.Attribute("to", (long)TensorProto.Types.DataType.Int64)]);
        var bin = graph.Add("ReduceSum", whole, graph.ColumnAxis());
        return graph.Add("Gather", graph.Numbers([term.MissingWeight, .. term.Weights]), bin);
    }
}
