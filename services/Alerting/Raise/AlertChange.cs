namespace MonitoringDemo.Alerting.Raise;

/// <summary>An alert that has just been raised or resolved, and so has to be told to people.</summary>
internal sealed record AlertChange(Alert Alert, bool Raised);
