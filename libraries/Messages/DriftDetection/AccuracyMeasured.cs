namespace MonitoringDemo.Messages.DriftDetection;

/// <summary>Correct answers of the fleet beside those of the static twin, on the same outcomes.</summary>
/// <param name="Outcomes">How many outcomes were counted.</param>
/// <param name="FleetCorrect">How many of the answers served were right.</param>
/// <param name="StaticCorrect">How many answers of artifact 1, never updated, would have been right.</param>
public sealed record AccuracyMeasured(int Outcomes, int FleetCorrect, int StaticCorrect);
