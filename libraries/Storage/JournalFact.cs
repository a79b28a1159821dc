using System.Text.Json;

namespace MonitoringDemo.Storage;

/// <summary>One thing that happened; what it means is not the journal's business.</summary>
/// <param name="Type">The name of its kind, for instance <c>decided</c>.</param>
/// <param name="Payload">The rest.</param>
public sealed record JournalFact(string Type, JsonElement Payload);
