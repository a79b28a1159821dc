using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Retraining.Report;

/// <summary>A finding, when it came in, and when it was over.</summary>
/// <param name="EndedAtRow">Null while it holds.</param>
internal sealed record FoundEntry(Finding Finding, DateTimeOffset Time, long? EndedAtRow);
