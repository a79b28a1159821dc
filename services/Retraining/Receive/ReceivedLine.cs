using System.Text.Json;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>A message as one line of JSON.</summary>
internal static class ReceivedLine
{
    public static string Write(object message, string? traceParent) => JsonSerializer.Serialize(new OutgoingMessage(message, traceParent ?? ""), MessageJson.Options);

    /// <param name="line">The line.</param>
    /// <param name="place">Where it stands, for people.</param>
    /// <exception cref="InvalidDataException">It holds what this program does not know.</exception>
    public static ReceivedMessage Read(string line, string place)
    {
        try
        {
            var message = JsonSerializer.Deserialize<OutgoingMessage>(line, MessageJson.Options)!;
            return new ReceivedMessage(message.Message, message.Key.Length == 0 ? null : message.Key);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{place} holds what cannot be taken over into the journal: {e.Message}. Delete that line to go on without it.", e);
        }
    }
}
