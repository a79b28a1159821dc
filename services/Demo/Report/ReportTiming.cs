namespace MonitoringDemo.Demo.Report;

/// <summary>How long the served part of the run took, start-up and warm-up aside.</summary>
public sealed record ReportTiming(double Seconds, double RowsPerSecond);
