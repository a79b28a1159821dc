namespace MonitoringDemo.Drift.Sequential;

/// <summary>Which way a change has to go to count.</summary>
public enum Direction
{
    /// <summary>Up or down.</summary>
    Both,

    /// <summary>Only upwards.</summary>
    Up,

    /// <summary>Only downwards.</summary>
    Down,
}
