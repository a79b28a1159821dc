using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.DriftDetection.ShowDrift;

/// <summary>A finding that holds, and its incident.</summary>
internal sealed record OpenFinding(string? UpdateId, Finding Finding);
