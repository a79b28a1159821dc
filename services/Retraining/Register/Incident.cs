using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Register;

/// <summary>What the journal says about one incident.</summary>
/// <param name="State">What the policy sees of it.</param>
internal sealed record Incident(IncidentState State)
{
    /// <summary>When its first finding came in.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The trace it continues; only kept live.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The log's next record when the first open data-drift finding came in: outcomes from there on are fresh evidence.</summary>
    public long? InputsMovedAt { get; init; }

    /// <summary>The same for the first open performance finding.</summary>
    public long? PerformanceFellAt { get; init; }
}
