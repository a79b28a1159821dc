using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>One training run and what it tried.</summary>
/// <param name="Id">The key of the run.</param>
/// <param name="Row">Where it ended.</param>
/// <param name="Trigger">What it was for.</param>
/// <param name="Reason">Why the winner won, or why there is none.</param>
/// <param name="Version">The version that the winner became; null when none was registered.</param>
/// <param name="Candidates">In the order of trial.</param>
internal sealed record ExperimentsShown(string Id, long Row, string Trigger, string Reason, int? Version, IReadOnlyList<TriedCandidate> Candidates);
