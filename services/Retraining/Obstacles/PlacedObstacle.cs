namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>An obstacle of a course.</summary>
/// <param name="Test">What is tested.</param>
/// <param name="Blocks">Whether a candidate that fails is not released; else it is only told.</param>
internal sealed record PlacedObstacle(IObstacle Test, bool Blocks);
