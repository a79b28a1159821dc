namespace MonitoringDemo.Messages.DriftDetection;

/// <summary>The five kinds of finding, as they are written in messages and reports.</summary>
public static class FindingKinds
{
    /// <summary>Rows that no model should learn from: nulls, range, type, unit change, stuck value.</summary>
    public const string DataQuality = "data-quality";

    /// <summary>The distribution of an input, of several together, or (feature null) of the model's score, moved.</summary>
    public const string DataDrift = "data-drift";

    /// <summary>Performance measured on late outcomes fell.</summary>
    public const string RealisedPerformance = "realised-performance";

    /// <summary>Outcomes stopped.</summary>
    public const string LabelFlow = "label-flow";

    /// <summary>The model is too old.</summary>
    public const string Staleness = "staleness";

    /// <summary>Every kind, in the order of the policy table.</summary>
    public static IReadOnlyList<string> All { get; } =
        [DataQuality, DataDrift, RealisedPerformance, LabelFlow, Staleness];
}
