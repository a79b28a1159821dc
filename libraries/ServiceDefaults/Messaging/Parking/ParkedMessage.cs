using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;

namespace MonitoringDemo.ServiceDefaults.Messaging.Parking;

/// <summary>A message that was parked, as far as it can be read: whoever may write to the broker may have made up all of it.</summary>
/// <param name="Queue">The parking queue.</param>
/// <param name="Id">Made of what it holds, so that it is the same at every look; two copies of one message share it.</param>
/// <param name="MessageType">The type that it says it is; null when that cannot be read.</param>
/// <param name="From">The queue that it says it lay in; null when it does not say.</param>
/// <param name="Reason">Why it was parked.</param>
/// <param name="ParkedAt">When; null when it does not say.</param>
/// <param name="Body">Its bytes.</param>
public sealed record ParkedMessage(string Queue, string Id, string? MessageType, string? From, string Reason, DateTimeOffset? ParkedAt, ReadOnlyMemory<byte> Body)
{
    private const int IdLength = 8;
    private const string Nothing = "It does not say.";

    internal static ParkedMessage Read(string queue, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body)
    {
        var headers = properties.Headers;
        var death = (Of(headers, ParkedHeaders.Death) as IList<object>)?.OfType<IDictionary<string, object?>>().FirstOrDefault();
        var from = TextOf(Of(headers, ParkedHeaders.From)) ?? TextOf(Of(death, "queue"));
        var at = Of(headers, ParkedHeaders.At) as long? ?? (Of(death, "time") is AmqpTimestamp time ? time.UnixTime : null);
        var reason = TextOf(Of(headers, ParkedHeaders.Reason)) ?? (TextOf(Of(death, "reason")) switch
        {
            "delivery_limit" => "It ended its consumer or the connection each time that it was handed over.",
            { } other => $"The broker put it here: {other}.",
            null => Nothing,
        });
        var id = SHA256.HashData([.. Encoding.UTF8.GetBytes($"{properties.MessageId}\n{from}\n{at}\n"), .. body.Span]);
        return new ParkedMessage(queue, Convert.ToHexStringLower(id)[..IdLength], TypeOf(body), from, reason, TimeOf(at), body);
    }

    /// <summary>The first of the types that the envelope names, without its namespace.</summary>
    private static string? TypeOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            var name = envelope.RootElement.GetProperty("messageType")[0].GetString();
            return name?[(name.LastIndexOf(':') + 1)..];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            // No envelope: the bytes are shown as they are.
            return null;
        }
    }

    private static object? Of(IDictionary<string, object?>? table, string name) => table is not null && table.TryGetValue(name, out var value) ? value : null;

    private static DateTimeOffset? TimeOf(long? seconds) =>
        seconds is >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;

    private static string? TextOf(object? value) => value switch
    {
        null => null,
        byte[] text => Encoding.UTF8.GetString(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
