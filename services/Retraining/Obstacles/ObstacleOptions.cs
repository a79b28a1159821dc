namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>Tests of a team's own; in the section <c>Retraining</c>.</summary>
public sealed class ObstacleOptions
{
    /// <summary>A JSON file of obstacles that every candidate has to pass; null for none. <c>docs/governance.md</c> has the kinds.</summary>
    public string? Obstacles { get; set; }

    /// <summary>Whether the first model has to pass the course as well: where it fails there is nothing that serves. Else what it fails is told, on its card and in its gates.</summary>
    public bool FirstModelMustPass { get; set; }
}
