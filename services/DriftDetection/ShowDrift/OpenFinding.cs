using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.DriftDetection.ShowDrift;

/// <summary>A finding that holds, and its story.</summary>
internal sealed record OpenFinding(string? UpdateId, Finding Finding);
