namespace MonitoringDemo.Messages.Retraining;

/// <summary>A training run ended: what it tried, and what came of each.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident.</param>
/// <param name="Row">One past the last row read when it ended.</param>
/// <param name="Trigger">As in <see cref="RetrainingStarted"/>.</param>
/// <param name="Reason">Why the winner won, or why there is none, in one sentence.</param>
/// <param name="Candidates">In the order of trial.</param>
/// <param name="Version">The version that the winner became; null when none was registered.</param>
public sealed record CandidatesTried(
    string Model,
    string UpdateId,
    long Row,
    string Trigger,
    string Reason,
    IReadOnlyList<TriedCandidate> Candidates,
    int? Version = null);
