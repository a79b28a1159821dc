namespace MonitoringDemo.Alerting.Raise;

internal static class Severities
{
    public const string Info = "info";
    public const string Warning = "warning";
    public const string Critical = "critical";
}
