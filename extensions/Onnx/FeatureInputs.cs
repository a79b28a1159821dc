using System.Buffers;
using System.Text;
using System.Text.Json;
using MonitoringDemo.Learning.Schema;
using Onnx;

namespace MonitoringDemo.Onnx;

/// <summary>The inputs of a graph, one a feature. A number that is missing is NaN; a category that is missing is the text that <see cref="MissingText"/> gives.</summary>
internal sealed class FeatureInputs
{
    private readonly OnnxGraph _graph;
    private readonly FeatureSchema _schema;

    public FeatureInputs(OnnxGraph graph, FeatureSchema schema)
    {
        (_graph, _schema) = (graph, schema);
        foreach (var feature in schema.Features)
            graph.Input(feature.Name, feature.Kind == FeatureKind.Numeric ? TensorProto.Types.DataType.Double : TensorProto.Types.DataType.String);
    }

    public string Name(int feature) => _schema.Features[feature].Name;

    /// <summary>What a category gives, out of a table: first for a missing one, then for each category of the schema, last for an unknown one.</summary>
    public string LookUp(int feature, double[] table)
    {
        var categories = _schema.Features[feature].Categories;
        var place = _graph.Add(
            "LabelEncoder",
            [Name(feature)],
            [
                OnnxGraph.Attribute("keys_strings", categories.Prepend(MissingText(categories))),
                OnnxGraph.Attribute("values_int64s", Enumerable.Range(0, categories.Count + 1).Select(i => (long)i)),
                OnnxGraph.Attribute("default_int64", categories.Count + 1),
            ],
            OnnxGraph.LearningDomain);
        return _graph.Add("Gather", _graph.Numbers(table), place);
    }

    /// <summary>A feature as the house holds it: a number, or the code of a category.</summary>
    public string Value(int feature) =>
        _schema.Features[feature].Kind == FeatureKind.Numeric
            ? Name(feature)
            : LookUp(feature, [double.NaN, .. Enumerable.Range(0, _schema.Features[feature].Categories.Count + 1).Select(code => (double)code)]);

    /// <summary>The features for the file's description: a list in JSON, in the order of the schema.</summary>
    public string Described()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var feature in _schema.Features)
                Describe(writer, feature);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The empty text, unless that is a category.</summary>
    public static string MissingText(IReadOnlyList<string> categories)
    {
        var text = "";
        while (categories.Contains(text, StringComparer.Ordinal))
            text = text.Length == 0 ? "<missing>" : $"<{text}>";
        return text;
    }

    private static void Describe(Utf8JsonWriter writer, Feature feature)
    {
        writer.WriteStartObject();
        writer.WriteString("name", feature.Name);
        writer.WriteString("kind", feature.Kind == FeatureKind.Numeric ? "numeric" : "categorical");
        if (feature.Kind == FeatureKind.Categorical)
        {
            writer.WriteStartArray("categories");
            foreach (var category in feature.Categories)
                writer.WriteStringValue(category);
            writer.WriteEndArray();
            writer.WriteString("missing", MissingText(feature.Categories));
        }

        writer.WriteEndObject();
    }
}
