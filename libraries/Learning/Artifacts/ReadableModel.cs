using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MonitoringDemo.Learning.Artifacts;

/// <summary>
/// A model as a JSON file for other programs: where it comes from, its schema and its parameters, indented. Written only; the
/// registry keeps the artifact. <c>docs/foreign-models.md</c> says how a row is scored from it.
/// </summary>
/// <example><code>{"format":"monitoring-demo-model","formatVersion":1,"model":"hits","version":3,"sha256":"9f86…","algorithm":"…","schema":{…},"parameters":{…}}</code></example>
public static class ReadableModel
{
    /// <summary>The bytes of the file, UTF-8; the same artifact gives the same bytes.</summary>
    /// <param name="artifact">The bytes of <see cref="IModel.ToArtifact"/>.</param>
    /// <param name="model">The model's name in the fleet.</param>
    /// <param name="version">The version in the registry.</param>
    /// <exception cref="InvalidModelArtifactException">The bytes are no sound artifact.</exception>
    public static byte[] Write(ReadOnlySpan<byte> artifact, string model, int version)
    {
        using var document = JsonDocument.Parse(ModelArtifact.Content(artifact).ToArray());
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("format", "monitoring-demo-model");
            writer.WriteNumber("formatVersion", 1);
            writer.WriteString("model", model);
            writer.WriteNumber("version", version);
            writer.WriteString("sha256", ModelArtifact.Sha256(artifact));
            foreach (var member in document.RootElement.EnumerateObject())
                member.WriteTo(writer);
            writer.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }
}
