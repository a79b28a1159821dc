using System.Buffers;
using System.Text.Json;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>A request body in a buffer that is used again and again.</summary>
internal sealed class JsonBody
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);

    public ReadOnlyMemory<byte> Bytes => _buffer.WrittenMemory;

    /// <summary>Replaces the body by one object.</summary>
    public void Write(Action<Utf8JsonWriter> members)
    {
        _buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_buffer, Options);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }
}
