namespace MonitoringDemo.Messages.Retraining;

/// <summary>A training run ended with a candidate.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident.</param>
/// <param name="Row">One past the last row read when it ended.</param>
/// <param name="Candidate">The winner of the run's experiments.</param>
/// <param name="Experiments">How many candidates were tried.</param>
/// <param name="WinnerReason">Why this one won, in one sentence.</param>
public sealed record CandidateTrained(
    string Model,
    string UpdateId,
    long Row,
    ModelReference Candidate,
    int Experiments,
    string WinnerReason);
