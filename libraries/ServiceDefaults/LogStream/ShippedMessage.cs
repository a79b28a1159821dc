using System.Text;
using RabbitMQ.Client;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>One message of the stream: records of the log as they stand there, or the schema of its rows.</summary>
/// <param name="Producer">The name of the process that wrote it.</param>
/// <param name="Log">The name of the log that it is of.</param>
/// <param name="Ordinal">The number in that log of the record, or of the first one; -1 for the schema.</param>
/// <param name="End">How many records that log had when this was published.</param>
/// <param name="Body">The bytes.</param>
internal sealed record ShippedMessage(string Producer, string Log, long Ordinal, long End, ReadOnlyMemory<byte> Body)
{
    public const long Schema = -1;
    private const string ProducerHeader = "producer";
    private const string LogHeader = "log";
    private const string OrdinalHeader = "ordinal";
    private const string EndHeader = "end";
    private const string RecordsHeader = "records";
    private const string LengthHeader = "length";

    /// <summary>How the bytes hold records; null for one record, or the schema, as it stands.</summary>
    public PackShape? Pack { get; init; }

    /// <summary>What goes with the bytes.</summary>
    public BasicProperties Properties()
    {
        var headers = new Dictionary<string, object?> { [ProducerHeader] = Producer, [LogHeader] = Log, [OrdinalHeader] = Ordinal, [EndHeader] = End };
        if (Pack is { } pack) (headers[RecordsHeader], headers[LengthHeader]) = (pack.Records, pack.Bytes);
        return new BasicProperties { Persistent = true, ContentType = "application/octet-stream", ContentEncoding = Pack is null ? null : PackShape.Encoding, Headers = headers };
    }

    /// <summary>The message that was received.</summary>
    /// <returns>Null when it does not say which record it is.</returns>
    public static ShippedMessage? Of(IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body) =>
        Of(properties.Headers, body) is { } message && (properties.ContentEncoding is null || message.Pack is not null && properties.ContentEncoding == PackShape.Encoding) ? message : null;

    private static ShippedMessage? Of(IDictionary<string, object?>? headers, ReadOnlyMemory<byte> body) =>
        headers is not null
        && Text(headers, ProducerHeader) is { Length: > 0 } producer
        && Text(headers, LogHeader) is { Length: > 0 } log
        && headers.TryGetValue(OrdinalHeader, out var ordinal) && ordinal is >= Schema and long number
        && headers.TryGetValue(EndHeader, out var end) && end is >= 0L and long count
            ? new ShippedMessage(producer, log, number, count, body) { Pack = PackOf(headers) }
            : null;

    private static PackShape? PackOf(IDictionary<string, object?> headers) =>
        headers.TryGetValue(RecordsHeader, out var records) && records is long many && headers.TryGetValue(LengthHeader, out var length) && length is long bytes
            ? new PackShape(many, bytes)
            : null;

    private static string? Text(IDictionary<string, object?> headers, string name) =>
        headers.TryGetValue(name, out var value) && value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : null;
}
