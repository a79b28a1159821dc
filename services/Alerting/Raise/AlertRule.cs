namespace MonitoringDemo.Alerting.Raise;

/// <summary>What an event becomes: a kind of alert, how urgent it is, and who has to act.</summary>
internal sealed record AlertRule(string Name, string Severity, string Owner);
