using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Protobuf;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Multiclass;
using Onnx;

namespace MonitoringDemo.Onnx;

/// <summary>
/// Writes a model of the house as an ONNX file: one input a feature, by its name (<c>[rows, 1]</c>; numbers as doubles, categories as
/// texts), one output, double: <c>probability</c> (<c>[rows, 1]</c>, of class 1), or with more than two classes <c>probabilities</c>
/// (<c>[rows, classes]</c>, in the order of the schema). The same model gives the same bytes.
/// </summary>
/// <remarks>Operators of ai.onnx 21 and ai.onnx.ml 5 (https://onnx.ai/onnx/operators), in doubles throughout.</remarks>
public static class OnnxExport
{
    /// <summary>The version of the operators of <c>ai.onnx</c>.</summary>
    public const int Opset = 21;

    /// <summary>The version of the operators of <c>ai.onnx.ml</c>; 5 is the first whose trees know doubles and sets of categories.</summary>
    public const int LearningOpset = 5;

    private const int IntermediateRepresentation = 10;

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of the file.</summary>
    /// <param name="model">What is written.</param>
    /// <param name="source">What the file says about where it comes from.</param>
    /// <exception cref="NotSupportedException">The model cannot be said in ONNX; the message names what of it.</exception>
    public static byte[] Write(IModel model, ExportedAs source)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(source);
        if (model.Schema.Features.Any(feature => feature.Name.Length == 0))
            throw new NotSupportedException("A feature has no name; an input of ONNX needs one.");

        var graph = new OnnxGraph(model.Schema.Features.Select(feature => feature.Name));
        var inputs = new FeatureInputs(graph, model.Schema);
        var output = model is SoftmaxModel softmax
            ? graph.Output("probabilities", graph.Add("Softmax", [Classes(graph, inputs, softmax)], [OnnxGraph.Attribute("axis", 1)]), softmax.Parts.Count)
            : graph.Output("probability", graph.Add("Sigmoid", LogOdds(graph, inputs, model)));
        return File(graph.Finish(), Description(model, inputs, output, source)).ToByteArray();
    }

    private static string Classes(OnnxGraph graph, FeatureInputs inputs, SoftmaxModel model) =>
        graph.Add("Concat", [.. model.Parts.Select(part => LogOdds(graph, inputs, part))], [OnnxGraph.Attribute("axis", 1)]);

    private static string LogOdds(OnnxGraph graph, FeatureInputs inputs, IModel model) => model switch
    {
        AdditiveModel additive => AdditiveGraph.LogOdds(graph, inputs, additive),
        BoostedModel boosted => BoostedGraph.LogOdds(graph, inputs, boosted),
        _ => throw new NotSupportedException($"Models of the family '{model.Algorithm}' cannot be written as ONNX."),
    };

    private static ModelProto File(GraphProto graph, IEnumerable<(string Key, string Value)> description)
    {
        var file = new ModelProto { IrVersion = IntermediateRepresentation, ProducerName = "MonitoringDemo", Graph = graph };
        file.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = Opset });
        file.OpsetImport.Add(new OperatorSetIdProto { Domain = OnnxGraph.LearningDomain, Version = LearningOpset });
        file.MetadataProps.AddRange(description.Select(entry => new StringStringEntryProto { Key = entry.Key, Value = entry.Value }));
        return file;
    }

    private static (string Key, string Value)[] Description(IModel model, FeatureInputs inputs, string output, ExportedAs source) =>
    [
        ("model", source.Model),
        ("version", source.Version.ToString(CultureInfo.InvariantCulture)),
        ("sha256", source.Sha256),
        ("algorithm", model.Algorithm),
        ("task", JsonNamingPolicy.KebabCaseLower.ConvertName(model.Schema.Task.Type.ToString())),
        ("label", model.Schema.Label),
        ("output", output),
        ("precision", "double"),
        ("features", inputs.Described()),
        .. model.Schema.Task.ClassNames is { Count: > 0 } classes ? new[] { ("classes", JsonSerializer.Serialize(classes, s_readable)) } : [],
    ];
}
