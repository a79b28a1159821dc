using System.Buffers;
using System.Text.Json;
using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Artifacts;

/// <summary>
/// A model as bytes: one line of header, then canonical JSON (fixed order of members, shortest round-trip numbers, no
/// white space, no time stamp). The header holds magic, format version, length and SHA-256 of what follows.
/// </summary>
/// <example><c>MonitoringDemo.Model 1 5120 9f86d081…</c>, line feed, <c>{"algorithm":"…","schema":{…},"parameters":{…}}</c></example>
public static class ModelArtifact
{
    private const string Magic = "MonitoringDemo.Model";
    private const int Version = 1;

    private static readonly IModelFormat[] BuiltIn =
        [new AdditiveModelFormat(LogisticRegressionTrainer.Algorithm), new AdditiveModelFormat(BinnedLogisticTrainer.Algorithm), new BoostedModelFormat()];

    /// <summary>The canonical bytes of a model.</summary>
    /// <param name="algorithm">The family; <see cref="IModelFormat.Algorithm"/> of the format that reads it back.</param>
    /// <param name="schema">The rows it takes.</param>
    /// <param name="parameters">Writes one JSON value: everything else that the model is made of.</param>
    public static byte[] Write(string algorithm, FeatureSchema schema, Action<Utf8JsonWriter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var body = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("algorithm", algorithm);
            writer.WritePropertyName("schema");
            SchemaJson.Write(writer, schema);
            writer.WritePropertyName("parameters");
            parameters(writer);
            writer.WriteEndObject();
        }

        return ArtifactEnvelope.Wrap(Magic, Version, body.WrittenSpan);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="artifact">The bytes of <see cref="IModel.ToArtifact"/>.</param>
    /// <param name="formats">Formats of extensions, beside the built-in ones.</param>
    /// <exception cref="InvalidModelArtifactException">The bytes are foreign, truncated, damaged or of an unknown version or family.</exception>
    public static IModel Read(ReadOnlySpan<byte> artifact, params IReadOnlyList<IModelFormat> formats)
    {
        var body = Content(artifact);
        try
        {
            using var document = JsonDocument.Parse(body.ToArray());
            var root = document.RootElement;
            var algorithm = root.GetProperty("algorithm").GetString();
            var format = BuiltIn.Concat(formats).FirstOrDefault(f => f.Algorithm == algorithm)
                ?? throw new InvalidModelArtifactException($"The artifact holds a model of the family '{algorithm}', which this build cannot read.");
            return format.Read(SchemaJson.Read(root.GetProperty("schema")), root.GetProperty("parameters"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or InvalidDataException)
        {
            throw new InvalidModelArtifactException($"The artifact's content is malformed: {e.Message}", e);
        }
    }

    /// <summary>What follows the header: canonical JSON, checked against the header's length and SHA-256.</summary>
    internal static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> artifact) => ArtifactEnvelope.Unwrap(Magic, Version, "model", artifact);

    /// <summary>The identity of an artifact: SHA-256 of its bytes, lower-case hexadecimal.</summary>
    public static string Sha256(ReadOnlySpan<byte> artifact) => ArtifactEnvelope.Sha256(artifact);
}
