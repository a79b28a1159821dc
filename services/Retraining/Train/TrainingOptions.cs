using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining.Train;

/// <summary>What is trained, on how many rows, and with how much work; in the section <c>Retraining</c>. All lengths are in rows of the stream.</summary>
public sealed class TrainingOptions
{
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

    /// <summary>Clean outcomes since the onset without which no training starts where accuracy fell a little. A deep fall has little to lose, so fewer do: see <see cref="LeastRowsToRetrain"/>.</summary>
    [Range(50, 100_000)]
    public int RowsToRetrain { get; set; } = 400;

    /// <summary>The same where accuracy collapsed; between the two it is what makes a difference of the size of the fall plain.</summary>
    [Range(20, 100_000)]
    public int LeastRowsToRetrain { get; set; } = 40;
}
