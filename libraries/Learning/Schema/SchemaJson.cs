using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace MonitoringDemo.Learning.Schema;

/// <summary>A schema as canonical JSON: the same schema gives the same bytes (fixed order of members, no white space, ASCII).</summary>
/// <example><code>{"formatVersion":1,"task":"binary-classification","label":"hit","features":[{"name":"tempo","kind":"numeric","nullable":false}]}</code></example>
public static class SchemaJson
{
    private const string BinaryClassification = "binary-classification";

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
        writer.WriteString("task", BinaryClassification);
        writer.WriteString("label", schema.Label);
        writer.WriteStartArray("features");
        foreach (var feature in schema.Features)
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
            if (root.GetProperty("task").GetString() is var task && task != BinaryClassification)
                throw new InvalidDataException($"The schema's task '{task}' is not known; this build knows '{BinaryClassification}'.");

            var features = root.GetProperty("features").EnumerateArray().Select(ReadFeature).ToArray();
            return new FeatureSchema(features, Text(root.GetProperty("label")));
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"The schema is malformed: {e.Message}", e);
        }
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
