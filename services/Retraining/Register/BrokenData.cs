using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Retraining.Register;

/// <summary>A data-quality finding that waits for its quarantine.</summary>
/// <param name="EndedAtRow">Set when the finding ended before anybody could answer it.</param>
internal sealed record BrokenData(string UpdateId, Finding Finding, long? EndedAtRow);
