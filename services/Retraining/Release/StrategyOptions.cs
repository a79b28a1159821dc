using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining.Release;

/// <summary>How a candidate that is proven, or has stood its shadow, comes to answer all requests; section <c>Retraining:Release</c>. All lengths are in rows of the stream.</summary>
public sealed class StrategyOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = $"{RetrainingModule.Section}:Release";

    /// <summary><c>direct</c>: in one step. <c>canary</c>: it answers a share of the requests first, which grows by <see cref="Steps"/>.</summary>
    [Required]
    public string Strategy { get; set; } = ReleaseStrategies.Direct;

    /// <summary>The shares of requests that a canary answers one after the other, in percent, ascending; the last is 100 and is the promotion.</summary>
    [Required]
    public string Steps { get; set; } = "1, 5, 25, 100";

    /// <summary>Rows served in a step whose outcomes must have come before the next; with a canary that is proven better, rows served.</summary>
    [Range(1, 1_000_000)]
    public int StepRows { get; set; } = 100;

    /// <summary>The same when the champion is known to be broken, so that recovery is fast.</summary>
    [Range(1, 1_000_000)]
    public int UrgentStepRows { get; set; } = 25;

    /// <summary>The error level of each of the two always-valid tests that take a canary back, by outcomes and by scores: over the whole of a canary, however often it is looked at.</summary>
    [Range(1e-12, 0.5)]
    public double CanaryAlpha { get; set; } = 0.001;

    /// <summary>Outcomes are late when those of <see cref="StepRows"/> rows have not come after so many rows of a canary; then its scores are judged beside the champion's.</summary>
    [Range(1, 1_000_000)]
    public int LateAfterRows { get; set; } = 1_000;

    /// <summary>The share of all answers by which a class may be answered more often or less often than by the champion, while outcomes are late.</summary>
    [Range(0.01, 0.9)]
    public double ScoreShift { get; set; } = 0.25;

    /// <summary>The rows of a step for a version, by what caused its training.</summary>
    internal int RowsOf(string trigger) => trigger is "data" or "performance" ? UrgentStepRows : StepRows;
}
