using System.Text.Json.Serialization;
using MonitoringDemo.DriftDetection.TellIncidents;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.DriftDetection.ReadLog;

/// <summary>The service's one record: where it is in the log, what it knows there, and what it has to say.</summary>
internal sealed record DriftState
{
    /// <summary>The record to read next.</summary>
    public long NextOrdinal { get; init; }

    /// <summary>The monitor at that place; null before the log has a schema.</summary>
    public byte[]? Monitor { get; init; }

    /// <summary>What has been told; under its first name, which stored files have.</summary>
    [JsonPropertyName("stories")]
    public ToldIncidents Incidents { get; init; } = new();

    public Outbox Outbox { get; init; } = new();
}
