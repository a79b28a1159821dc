using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>A model that wants to be released, with what it is to be judged on.</summary>
/// <param name="Model">The model.</param>
/// <param name="Artefact">Its bytes.</param>
/// <param name="TrainingLabels">Rows it was trained on, by label.</param>
/// <param name="Champion">The model it has to beat; null for the first.</param>
/// <param name="Holdout">Recent rows that neither was trained on.</param>
/// <param name="Tried">How many candidates it was chosen from.</param>
/// <param name="Proof">For a standing challenger: the always-valid test it has already won.</param>
internal sealed record Candidate(
    IModel Model,
    byte[] Artefact,
    (int Zeros, int Ones) TrainingLabels,
    IModel? Champion,
    DataSet Holdout,
    int Tried,
    RaceStanding? Proof);
