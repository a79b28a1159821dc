namespace MonitoringDemo.Dashboards.Tests.Lint;

/// <summary>What one panel asks.</summary>
internal sealed record PanelQuery(string Panel, string Expr, string Legend, bool Instant, string Format = "time_series");
