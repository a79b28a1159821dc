namespace MonitoringDemo.Drift.Monitoring;

/// <summary>What a finding of the monitor is about.</summary>
public enum DriftFindingKind
{
    /// <summary>Rows that no model should learn from.</summary>
    DataQuality,

    /// <summary>The distribution of an input, of several together, or of the model's score, moved.</summary>
    DataDrift,

    /// <summary>Performance measured on outcomes fell.</summary>
    RealisedPerformance,

    /// <summary>Outcomes stopped.</summary>
    LabelFlow,

    /// <summary>The model is older than it may be.</summary>
    Staleness,
}
