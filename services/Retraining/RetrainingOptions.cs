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
        "binned-logistic; gradient-boosting trees=120 leaves=6 min-rows=20 l2=5 rate=0.08 row-share=0.7 column-share=0.5; gradient-boosting trees=80 leaves=14 min-rows=10 l2=1 row-share=0.8 column-share=0.8";

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
    public int JudgeMargin { get; set; } = 50;

    /// <summary>Rows put in quarantine on either side of a data-quality finding whose onset is an estimate; none where the check knows the broken rows.</summary>
    [Range(0, 10_000)]
    public int QuarantineMargin { get; set; } = 25;

    /// <summary>Rows in which a feature is broken are learned from where its share of what moves the champion's scores is smaller,</summary>
    [Range(0.0, 1.0)]
    public double LeastImportance { get; set; } = 0.01;

    /// <summary>and where the broken values move a score by less on average. The finding is told all the same.</summary>
    [Range(0.0, 1.0)]
    public double LeastEffect { get; set; } = 0.01;

    /// <summary>Outcomes after moved inputs on which the answers must hold before "watch" is said.</summary>
    [Range(20, 100_000)]
    public int WatchRows { get; set; } = 150;

    /// <summary>The smallest fall of accuracy that is worth a new model.</summary>
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

    /// <summary>Clean outcomes since the onset without which no training starts where accuracy fell a little. A deep fall has little to lose, so fewer do: see <see cref="LeastRowsToRetrain"/>.</summary>
    [Range(50, 100_000)]
    public int RowsToRetrain { get; set; } = 400;

    /// <summary>The same where accuracy collapsed; between the two it is what makes a difference of the size of the fall plain.</summary>
    [Range(20, 100_000)]
    public int LeastRowsToRetrain { get; set; } = 40;

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

    /// <summary>The newest share of the rows since a change that is kept back to judge candidates on.</summary>
    [Range(0.05, 0.5)]
    public double HoldoutShare { get; set; } = 0.25;

    /// <summary>The least and the most rows to judge candidates on. Where accuracy collapsed, fewer than the least are enough: see <see cref="LeastHoldoutAfterCollapse"/>.</summary>
    [Range(50, 100_000)]
    public int LeastHoldout { get; set; } = 100;

    /// <inheritdoc cref="LeastHoldout"/>
    [Range(50, 100_000)]
    public int MostHoldout { get; set; } = 1_000;

    /// <summary>The least rows to judge candidates on where accuracy collapsed.</summary>
    [Range(8, 100_000)]
    public int LeastHoldoutAfterCollapse { get; set; } = 12;

    /// <summary>The error level of the quality gate; shared out among the candidates tried.</summary>
    [Range(1e-9, 0.5)]
    public double QualityAlpha { get; set; } = 0.05;

    /// <summary>A candidate that the held-out rows prove better at this error level serves at once, without a shadow.</summary>
    [Range(1e-12, 0.5)]
    public double ProofAlpha { get; set; } = 0.01;

    /// <summary>Served outcomes that a candidate spends in shadow at most: it ends sooner when its always-valid tests say better, or worse.</summary>
    [Range(1, 100_000)]
    public int ShadowRows { get; set; } = 250;

    /// <summary>The same when the champion is known to be broken, so that recovery is fast.</summary>
    [Range(1, 100_000)]
    public int UrgentShadowRows { get; set; } = 100;

    /// <summary>The error level at which a shadow is better, and ends.</summary>
    [Range(1e-12, 0.5)]
    public double ShadowAlpha { get; set; } = 0.05;

    /// <summary>Standard errors by which a shadow may look worse at its end; a candidate got here because it was better, so chance has the benefit of the doubt.</summary>
    [Range(0.0, 10.0)]
    public double ShadowSigmas { get; set; } = 2.0;

    /// <summary>Served outcomes during which a new champion may still be rolled back by itself, at most: it ends sooner when the new champion is proven better.</summary>
    [Range(1, 1_000_000)]
    public int ProbationRows { get; set; } = 1_000;

    /// <summary>The error level of the always-valid tests that take a release back.</summary>
    [Range(1e-12, 0.5)]
    public double Alpha { get; set; } = 0.001;

    /// <summary>Clean outcomes between two trainings of the standing challengers, and between two releases while training anew is trusted.</summary>
    [Range(100, 1_000_000)]
    public int ChallengerEvery { get; set; } = 500;

    /// <summary>In quiet times that doubles with each round that shows no promise, up to this: steady traffic must stay cheap. A finding brings it back.</summary>
    [Range(100, 1_000_000)]
    public int ChallengerEveryAtMost { get; set; } = 32_000;

    /// <summary>While training anew is trusted, that follows what it brings: where it brings much, down to this,</summary>
    [Range(50, 1_000_000)]
    public int TrustedEveryAtLeast { get; set; } = 125;

    /// <summary>and where it brings little, up to this.</summary>
    [Range(100, 1_000_000)]
    public int TrustedEveryAtMost { get; set; } = 4_000;

    /// <summary>The numbers of newest clean rows that they are trained on, each with each candidate, split by semicolons.</summary>
    public string ChallengerWindows { get; set; } = "1000; 3000";

    /// <summary>Squared error a row by which one must be better: less is not worth a release.</summary>
    [Range(0.0, 0.5)]
    public double ChallengerMargin { get; set; } = 0.003;

    /// <summary>The error level of the always-valid test of each.</summary>
    [Range(1e-12, 0.5)]
    public double ChallengerAlpha { get; set; } = 0.005;

    /// <summary>Outcomes to a suspicion without a cause, on average: a rise of errors that is enough to train challengers sooner, and no more.</summary>
    [Range(100.0, 1e12)]
    public double SuspicionRunLength { get; set; } = 20_000;

    /// <summary>Archived versions that are scored beside the champion.</summary>
    [Range(0, 100)]
    public int ArchivedVersions { get; set; } = 8;

    /// <summary>Rows to a restore by mistake, on average, of an archived version that is no better than the champion.</summary>
    [Range(100.0, 1e12)]
    public double RestoreRunLength { get; set; } = 20_000;

    /// <summary>
    /// Drills: responses that are switched off, to see what happens without them. Names of decisions (<c>watch</c>, <c>retrain</c>,
    /// <c>quarantine</c>, <c>restore</c>, <c>hold</c>, <c>roll-back</c>, <c>replace</c>) or of gates (<c>quality</c>, …).
    /// </summary>
    public IList<string> DisabledResponses { get; } = [];
}
