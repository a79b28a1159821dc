namespace MonitoringDemo.Drift.Monitoring;

/// <summary>Right answers on the outcomes that arrived since the last report.</summary>
/// <param name="Outcomes">How many outcomes.</param>
/// <param name="FleetCorrect">How many answers served were right.</param>
/// <param name="StaticCorrect">How many answers of the model that is never updated would have been right.</param>
public sealed record AccuracySince(int Outcomes, int FleetCorrect, int StaticCorrect);
