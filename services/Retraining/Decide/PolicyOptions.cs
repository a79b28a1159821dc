using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>What the policy takes for news, and how often it may act; in the section <c>Retraining</c>. All lengths are in rows of the stream.</summary>
public sealed class PolicyOptions
{
    /// <summary>Outcomes after moved inputs on which the answers must hold before "watch" is said.</summary>
    [Range(20, 100_000)]
    public int WatchRows { get; set; } = 150;

    /// <summary>The smallest fall of accuracy that is worth a new model; where errors are rarer than that, as many errors again.</summary>
    [Range(0.0, 1.0)]
    public double LeastDrop { get; set; } = 0.02;

    /// <summary>The error level of the always-valid test that sees a fall again on outcomes after the finding. The finding itself was the strict test.</summary>
    [Range(1e-12, 0.5)]
    public double ConfirmAlpha { get; set; } = 0.05;

    /// <summary>A fall so plain, after inputs moved, that it needs no performance finding beside it: in accuracy,</summary>
    [Range(0.0, 1.0)]
    public double PlainDrop { get; set; } = 0.03;

    /// <summary>and by an always-valid test at this error level: no detector of performance stands behind it.</summary>
    [Range(1e-12, 0.5)]
    public double PlainAlpha { get; set; } = 0.001;

    /// <summary>By how much the rows since the change must have grown for another try at the same change.</summary>
    [Range(1.1, 100.0)]
    public double RetryGrowth { get; set; } = 1.5;

    /// <summary>Runs that findings may cause within <see cref="BudgetRows"/>.</summary>
    [Range(1, 1_000)]
    public int BudgetRuns { get; set; } = 12;

    /// <summary>The window of the budget.</summary>
    [Range(1_000, 10_000_000)]
    public int BudgetRows { get; set; } = 10_000;

    /// <summary>How often the model of a change is trained again as the rows since the change double.</summary>
    [Range(0, 10)]
    public int MaxRefits { get; set; } = 6;

    /// <summary>The first refit waits for as many clean outcomes since the onset.</summary>
    [Range(50, 100_000)]
    public int RefitRows { get; set; } = 80;

    /// <summary>
    /// Drills: responses that are switched off, to see what happens without them. Names of decisions (<c>watch</c>, <c>retrain</c>,
    /// <c>quarantine</c>, <c>restore</c>, <c>hold</c>, <c>roll-back</c>, <c>replace</c>) or of gates (<c>quality</c>, …).
    /// </summary>
    public IList<string> DisabledResponses { get; } = [];

    /// <summary>Rows of the policy's table that are switched off, to see what happens without them: names as in <see cref="PolicyParts.Rows"/>.</summary>
    public IList<string> DisabledRows { get; } = [];
}
