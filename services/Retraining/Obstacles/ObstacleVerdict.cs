namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>How a candidate did at an obstacle.</summary>
internal enum ObstacleVerdict
{
    /// <summary>The limit holds.</summary>
    Pass,

    /// <summary>It does not, by no more than chance explains, or the obstacle only warns.</summary>
    Warn,

    /// <summary>It does not: the candidate is not released.</summary>
    Fail,
}
