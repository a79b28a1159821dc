using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining;

/// <summary>Everything tunable in this service; section <c>Retraining</c>. All lengths are in rows of the stream.</summary>
public sealed class RetrainingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Retraining";

    /// <summary>
    /// The one trainer used, with the settings that it has in <see cref="Candidates"/>, if any. Empty: all of them compete.
    /// A command may name another for its run.
    /// </summary>
    public string Trainer { get; set; } = "";

    /// <summary>
    /// What a training run tries on each window, and on history for the first model: trainers with their settings, split by semicolons, for instance
    /// <c>binned-logistic; binned-logistic bins=31; gradient-boosting trees=60 leaves=15</c>. Put the plainest first: ties go to it, and the first model is made of it unless another is better beyond a standard error.
    /// The standing challenger is made like the champion.
    /// </summary>
    public string Candidates { get; set; } =
        "binned-logistic; gradient-boosting trees=120 leaves=6 min-rows=20 l2=5 rate=0.08 row-share=0.7 column-share=0.5";

    /// <summary>The work of a training run, in rows visited (rows × trees for boosting), after which candidates are left out. The same everywhere, so that runs can be repeated.</summary>
    [Range(1, long.MaxValue)]
    public long ExperimentWork { get; set; } = 20_000_000;

    /// <summary>Seconds after which a training run begins no further candidate; only live, never in lockstep.</summary>
    [Range(0.001, 86_400.0)]
    public double ExperimentSeconds { get; set; } = 30.0;

    /// <summary>Whether trainers that exist to be caught by a gate may run. Scenarios need it; production does not.</summary>
    public bool AllowDrills { get; set; }

    /// <summary>Seeds every training run, together with its row.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>How many of the newest rows are kept to learn from.</summary>
    [Range(1_000, 1_000_000)]
    public int RecentRows { get; set; } = 24_000;

    /// <summary>The newest rows, which the data-quality checks may not have spoken about yet: nothing is learned from them.</summary>
    [Range(0, 10_000)]
    public int JudgeMargin { get; set; } = 100;

    /// <summary>Rows put in quarantine on either side of a data-quality finding whose onset is an estimate; none where the check knows the broken rows.</summary>
    [Range(0, 10_000)]
    public int QuarantineMargin { get; set; } = 25;

    /// <summary>Rows in which a feature is broken are learned from where its share of what moves the champion's scores is smaller,</summary>
    [Range(0.0, 1.0)]
    public double LeastImportance { get; set; } = 0.01;

    /// <summary>and where the broken values move a score by less on average. The finding is told all the same.</summary>
    [Range(0.0, 1.0)]
    public double LeastEffect { get; set; } = 0.01;

    /// <summary>Outcomes that must come in after a finding before it counts: a finding alone never retrains.</summary>
    [Range(20, 100_000)]
    public int ConfirmRows { get; set; } = 150;

    /// <summary>The smallest fall of accuracy that is worth a new model.</summary>
    [Range(0.0, 1.0)]
    public double LeastDrop { get; set; } = 0.02;

    /// <summary>Standard errors by which accuracy must have fallen. The finding itself was the strict test; this one only has to see it again.</summary>
    [Range(0.0, 10.0)]
    public double ConfirmSigmas { get; set; } = 2.0;

    /// <summary>A fall so plain, after inputs moved, that it needs no performance finding beside it: in accuracy,</summary>
    [Range(0.0, 1.0)]
    public double PlainDrop { get; set; } = 0.03;

    /// <summary>and in standard errors. It is looked at again and again, so it has to be strict.</summary>
    [Range(0.0, 20.0)]
    public double PlainSigmas { get; set; } = 4.0;

    /// <summary>Clean outcomes since the onset without which no training starts.</summary>
    [Range(50, 100_000)]
    public int RowsToRetrain { get; set; } = 400;

    /// <summary>Rows between two moves of the model that findings cause; doubled for each run of the same story.</summary>
    [Range(0, 1_000_000)]
    public int CoolDownRows { get; set; } = 1_000;

    /// <summary>Runs that findings may cause within <see cref="BudgetRows"/>.</summary>
    [Range(1, 1_000)]
    public int BudgetRuns { get; set; } = 5;

    /// <summary>The window of the budget.</summary>
    [Range(1_000, 10_000_000)]
    public int BudgetRows { get; set; } = 10_000;

    /// <summary>How often the model of a change is trained again as the rows since the change double.</summary>
    [Range(0, 10)]
    public int MaxRefits { get; set; } = 3;

    /// <summary>The first refit waits for as many clean outcomes since the onset.</summary>
    [Range(100, 100_000)]
    public int RefitRows { get; set; } = 1_500;

    /// <summary>The newest share of the rows since a change that is kept back to judge candidates on.</summary>
    [Range(0.05, 0.5)]
    public double HoldoutShare { get; set; } = 0.25;

    /// <summary>The least and the most rows to judge candidates on.</summary>
    [Range(50, 100_000)]
    public int LeastHoldout { get; set; } = 100;

    /// <inheritdoc cref="LeastHoldout"/>
    [Range(50, 100_000)]
    public int MostHoldout { get; set; } = 1_000;

    /// <summary>The error level of the quality gate; shared out among the candidates tried.</summary>
    [Range(1e-9, 0.5)]
    public double QualityAlpha { get; set; } = 0.05;

    /// <summary>Served outcomes that a candidate spends in shadow.</summary>
    [Range(1, 100_000)]
    public int ShadowRows { get; set; } = 250;

    /// <summary>The same when the champion is known to be broken, so that recovery is fast.</summary>
    [Range(1, 100_000)]
    public int UrgentShadowRows { get; set; } = 100;

    /// <summary>Standard errors by which a shadow may look worse at its end; a candidate got here because it was better, so chance has the benefit of the doubt.</summary>
    [Range(0.0, 10.0)]
    public double ShadowSigmas { get; set; } = 2.0;

    /// <summary>Served outcomes during which a new champion may still be rolled back by itself.</summary>
    [Range(1, 1_000_000)]
    public int ProbationRows { get; set; } = 1_000;

    /// <summary>The error level of the always-valid tests that take a release back.</summary>
    [Range(1e-12, 0.5)]
    public double Alpha { get; set; } = 0.001;

    /// <summary>Clean outcomes between two trainings of the standing challenger.</summary>
    [Range(100, 1_000_000)]
    public int ChallengerEvery { get; set; } = 500;

    /// <summary>In quiet times that doubles with each challenger that shows no promise, up to this: steady traffic must stay cheap. A finding brings it back.</summary>
    [Range(100, 1_000_000)]
    public int ChallengerEveryAtMost { get; set; } = 32_000;

    /// <summary>The newest clean rows that it is trained on.</summary>
    [Range(100, 1_000_000)]
    public int ChallengerWindow { get; set; } = 3_000;

    /// <summary>Squared error a row by which it must be better: less is not worth a release.</summary>
    [Range(0.0, 0.5)]
    public double ChallengerMargin { get; set; } = 0.003;

    /// <summary>The error level of its always-valid test.</summary>
    [Range(1e-12, 0.5)]
    public double ChallengerAlpha { get; set; } = 0.01;

    /// <summary>
    /// Drills: responses that are switched off, to see what happens without them. Names of decisions (<c>watch</c>, <c>retrain</c>,
    /// <c>quarantine</c>, <c>restore</c>, <c>hold</c>, <c>roll-back</c>, <c>challenger</c>) or of gates (<c>quality</c>, …).
    /// </summary>
    public IList<string> DisabledResponses { get; } = [];
}
