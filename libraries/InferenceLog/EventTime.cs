namespace MonitoringDemo.InferenceLog;

/// <summary>When what a row tells of happened upstream, as opposed to when it was logged: Unix milliseconds, UTC.</summary>
public static class EventTime
{
    /// <summary>Stands for a row whose time nobody told.</summary>
    public const long Unknown = long.MinValue;
}
