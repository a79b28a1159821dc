namespace MonitoringDemo.Demo.Report;

/// <summary>What the scenario really did.</summary>
/// <param name="Onset">The first row that it changed; null when nothing changes.</param>
/// <param name="RightResponse">The response that its manifest calls right.</param>
public sealed record ReportTruth(long? Onset, string RightResponse);
