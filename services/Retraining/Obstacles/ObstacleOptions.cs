namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>Tests of a team's own; in the section <c>Retraining</c>.</summary>
public sealed class ObstacleOptions
{
    /// <summary>A JSON file of obstacles that every candidate has to pass; null for none. <c>docs/governance.md</c> has the kinds.</summary>
    public string? Obstacles { get; set; }
}
