namespace MonitoringDemo.Retraining.Release;

/// <summary>What can end a canary, as written in decisions and counted.</summary>
internal static class CanaryGates
{
    /// <summary>It is worse on the outcomes of rows that both scored.</summary>
    public const string Outcomes = "canary";

    /// <summary>It gave no score where the champion gave one.</summary>
    public const string Errors = "canary-errors";

    /// <summary>It answers quite otherwise, and outcomes are late.</summary>
    public const string Scores = "canary-scores";

    /// <summary>It is worse on one slice of those rows.</summary>
    public const string Slices = "canary-slices";

    /// <summary>It takes longer than the champion to score the same requests.</summary>
    public const string Latency = "canary-latency";

    /// <summary>A person asked.</summary>
    public const string Person = "manual";

    /// <summary>Every one.</summary>
    public static IReadOnlyList<string> All { get; } = [Outcomes, Slices, Latency, Errors, Scores, Person];
}
