namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>The outcomes that came in while the monitor read one stretch of rows.</summary>
/// <param name="Row">The end of the stretch; the key of the point.</param>
/// <param name="Outcomes">How many outcomes were counted.</param>
/// <param name="FleetCorrect">How many answers served were right.</param>
/// <param name="StaticCorrect">How many answers of the static twin would have been right.</param>
internal sealed record AccuracyPoint(long Row, int Outcomes, int FleetCorrect, int StaticCorrect);
