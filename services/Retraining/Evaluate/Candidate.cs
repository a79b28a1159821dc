using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>A model that wants to be released, with what it is to be judged on.</summary>
/// <param name="Model">The model.</param>
/// <param name="Artifact">Its bytes.</param>
/// <param name="TrainingLabels">Rows it was trained on, by label; of more than two classes all others and the most frequent.</param>
/// <param name="Champion">The model it has to beat; null for the first.</param>
/// <param name="Holdout">Recent rows that neither was trained on.</param>
/// <param name="Tried">How many candidates it was chosen from.</param>
/// <param name="Proof">For a standing challenger: the always-valid test that it, or training anew, has already won.</param>
public sealed record Candidate(
    IModel Model,
    byte[] Artifact,
    (int Zeros, int Ones) TrainingLabels,
    IModel? Champion,
    DataSet Holdout,
    int Tried,
    Proof? Proof)
{
    /// <summary>The fall of accuracy that it is to mend: what is asked of it scales with that. 0 for none.</summary>
    public double Drop { get; init; }

    /// <summary>The fall of accuracy that a changed concept would explain, for no input moved; 0 for none.</summary>
    public double ToMend { get; init; }

    /// <summary>For the first model, which learned from all of history: the same recipe trained without the held-out rows. Null for all others.</summary>
    public IModel? StandIn { get; init; }

    /// <summary>Trains its recipe again on its rows: with a seed, and with true on as many of them drawn with replacement. Null where that cannot be done.</summary>
    public Func<ulong, bool, IModel>? TrainAgain { get; init; }

    /// <summary>For each held-out row the score that the champion gave it where it was served; NaN where another version did. Null where nothing was served.</summary>
    public IReadOnlyList<double>? Served { get; init; }

    /// <summary>The model of the same change on more of its rows.</summary>
    public bool IsRefit { get; init; }
}
