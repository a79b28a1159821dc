using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Learning.Schema;

/// <summary>A schema as canonical JSON: the same schema gives the same bytes (fixed order of members, no white space, ASCII).</summary>
/// <example><code>{"formatVersion":1,"task":"binary-classification","label":"hit","features":[{"name":"tempo","kind":"numeric","nullable":false}]}</code></example>
public static class SchemaJson
{
    private const string Binary = "binary-classification";
    private const string Multiclass = "multiclass-classification";

    /// <summary>The canonical bytes.</summary>
    public static byte[] Write(FeatureSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, schema);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write(FeatureSchema)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no schema; the message says what is wrong.</exception>
    public static FeatureSchema Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            if (reader.BytesConsumed != json.Length)
                throw new InvalidDataException("The schema is followed by something else.");
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The schema is not valid JSON: {e.Message}", e);
        }
    }

    /// <summary>SHA-256 of the canonical bytes, lower-case hexadecimal.</summary>
    public static string Sha256(FeatureSchema schema) => Convert.ToHexStringLower(SHA256.HashData(Write(schema)));

    internal static void Write(Utf8JsonWriter writer, FeatureSchema schema)
    {
        writer.WriteStartObject();
        writer.WriteNumber("formatVersion", 1);
        writer.WriteString("task", schema.Task.Type == TaskType.BinaryClassification ? Binary : Multiclass);
        writer.WriteString("label", schema.Label);
        if (schema.Task.Type == TaskType.MulticlassClassification)
            WriteTexts(writer, "classes", schema.Task.ClassNames);
        writer.WriteStartArray("features");
        foreach (var feature in schema.Features)
        {
            writer.WriteStartObject();
            writer.WriteString("name", feature.Name);
            writer.WriteString("kind", feature.Kind == FeatureKind.Numeric ? "numeric" : "categorical");
            if (feature.Kind == FeatureKind.Categorical)
            {
                WriteTexts(writer, "categories", feature.Categories);
            }

            writer.WriteBoolean("nullable", feature.Nullable);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static FeatureSchema Read(JsonElement root)
    {
        try
        {
            if (root.GetProperty("formatVersion").GetInt32() is var version && version != 1)
                throw new InvalidDataException($"The schema has format version {version}; this build reads version 1.");
            ITask? task = root.GetProperty("task").GetString() switch
            {
                Binary => null,
                Multiclass => new MulticlassClassification([.. root.GetProperty("classes").EnumerateArray().Select(Text)]),
                var other => throw new InvalidDataException($"The schema's task '{other}' is not known; this build knows '{Binary}' and '{Multiclass}'."),
            };

            var features = root.GetProperty("features").EnumerateArray().Select(ReadFeature).ToArray();
            return new FeatureSchema(features, Text(root.GetProperty("label")), task);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"The schema is malformed: {e.Message}", e);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static Feature ReadFeature(JsonElement element)
    {
        var name = Text(element.GetProperty("name"));
        var nullable = element.GetProperty("nullable").GetBoolean();
        return Text(element.GetProperty("kind")) switch
        {
            "numeric" => new Feature(name, FeatureKind.Numeric, [], nullable),
            "categorical" => new Feature(name, FeatureKind.Categorical, [.. element.GetProperty("categories").EnumerateArray().Select(Text)], nullable),
            var kind => throw new InvalidDataException($"The feature '{name}' has the unknown kind '{kind}'."),
        };
    }

    private static string Text(JsonElement element) => element.GetString() ?? throw new InvalidDataException("The schema has null where a text belongs.");
}
