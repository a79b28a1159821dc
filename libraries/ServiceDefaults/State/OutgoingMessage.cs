using System.Text.Json.Serialization;

namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>A message that waits in an <see cref="Outbox"/>; stored as type name, key and body.</summary>
/// <param name="Message">The message itself.</param>
/// <param name="Key">The key that its id is made from.</param>
[JsonConverter(typeof(OutgoingMessageConverter))]
public sealed record OutgoingMessage(object Message, string Key);
