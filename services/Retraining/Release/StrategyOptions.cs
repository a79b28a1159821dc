using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining.Release;

/// <summary>How a candidate that is proven, or has stood its shadow, comes to answer all requests; section <c>Retraining:Release</c>. All lengths are in rows of the stream.</summary>
public sealed class StrategyOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = $"{RetrainingModule.Section}:Release";

    /// <summary>
    /// <c>direct</c>: in one step. <c>canary</c>: it answers a share of the requests first, which grows by <see cref="Steps"/>. <c>blue-green</c>: every process loads it beside the champion and scores
    /// <see cref="WarmRows"/> rows with it, then all requests go to it at once, and the one before stays loaded for <see cref="ReturnRows"/> rows.
    /// </summary>
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

    /// <summary>The error level of each of the four always-valid tests that take a canary back, by outcomes, by outcomes on slices, by time and by scores: over the whole of a canary, however often it is looked at.</summary>
    [Range(1e-12, 0.5)]
    public double CanaryAlpha { get; set; } = 0.001;

    /// <summary>Outcomes are late when those of <see cref="StepRows"/> rows have not come after so many rows of a canary; then its scores are judged beside the champion's.</summary>
    [Range(1, 1_000_000)]
    public int LateAfterRows { get; set; } = 1_000;

    /// <summary>The share of all answers by which a class may be answered more often or less often than by the champion, while outcomes are late.</summary>
    [Range(0.01, 0.9)]
    public double ScoreShift { get; set; } = 0.25;

    /// <summary>By how much the squared error of a canary may be higher on a slice of the rows: a category of a categorical feature.</summary>
    [Range(0.0, 0.5)]
    public double SliceMargin { get; set; } = 0.02;

    /// <summary>How many times as long as the champion a canary may take to score a request, in half of the requests,</summary>
    [Range(1.0, 1_000.0)]
    public double SlowerTimes { get; set; } = 2;

    /// <summary>and by how many milliseconds longer whatever the champion takes.</summary>
    [Range(0.0, 60_000.0)]
    public double SlowerByMilliseconds { get; set; } = 0.2;

    /// <summary>The milliseconds that neither may take: a canary that passes them more often than the champion, by more than one request in a hundred, is taken back.</summary>
    [Range(0.001, 600_000.0)]
    public double LateMilliseconds { get; set; } = 10;

    /// <summary>Blue-green: rows that the new version has to score beside the champion before all requests go to it.</summary>
    [Range(0, 1_000_000)]
    public int WarmRows { get; set; } = 50;

    /// <summary>Blue-green: rows with outcomes during which the version before stays loaded, so that all requests go back to it at once when the new one is proven worse. Unlike a probation it is not ended sooner.</summary>
    [Range(1, 1_000_000)]
    public int ReturnRows { get; set; } = 2_000;

    /// <summary>The rows for which the version before stays loaded.</summary>
    internal int RowsToReturn(ReleaseOptions releasing) => Strategy == ReleaseStrategies.BlueGreen ? ReturnRows : releasing.ProbationRows;

    /// <summary>The rows of a step for a version, by what caused its training.</summary>
    internal int RowsOf(string trigger) => trigger is "data" or "performance" ? UrgentStepRows : StepRows;
}
