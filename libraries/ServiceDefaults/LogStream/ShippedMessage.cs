using System.Text;
using RabbitMQ.Client;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>One message of the stream: a record of the log as it stands there, or the schema of its rows.</summary>
/// <param name="Producer">The name of the process that wrote it.</param>
/// <param name="Log">The name of the log that it is of.</param>
/// <param name="Ordinal">The record's number in that log; -1 for the schema.</param>
/// <param name="End">How many records that log had when this was published.</param>
/// <param name="Body">The bytes.</param>
internal sealed record ShippedMessage(string Producer, string Log, long Ordinal, long End, ReadOnlyMemory<byte> Body)
{
    public const long Schema = -1;
    private const string ProducerHeader = "producer";
    private const string LogHeader = "log";
    private const string OrdinalHeader = "ordinal";
    private const string EndHeader = "end";

    /// <summary>What goes with the bytes.</summary>
    public BasicProperties Properties() => new()
    {
        Persistent = true,
        ContentType = "application/octet-stream",
        Headers = new Dictionary<string, object?>
        {
            [ProducerHeader] = Producer,
            [LogHeader] = Log,
            [OrdinalHeader] = Ordinal,
            [EndHeader] = End,
        },
    };

    /// <summary>The message that was received.</summary>
    /// <returns>Null when it does not say which record it is.</returns>
    public static ShippedMessage? Of(IDictionary<string, object?>? headers, ReadOnlyMemory<byte> body) =>
        headers is not null
        && Text(headers, ProducerHeader) is { Length: > 0 } producer
        && Text(headers, LogHeader) is { Length: > 0 } log
        && headers.TryGetValue(OrdinalHeader, out var ordinal) && ordinal is >= Schema and long number
        && headers.TryGetValue(EndHeader, out var end) && end is >= 0L and long count
            ? new ShippedMessage(producer, log, number, count, body)
            : null;

    private static string? Text(IDictionary<string, object?> headers, string name) =>
        headers.TryGetValue(name, out var value) && value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : null;
}
