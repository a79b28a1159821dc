namespace MonitoringDemo.Drift.Monitoring;

/// <summary>How many drift checks were made, by their result.</summary>
/// <param name="Stable">Nothing is open.</param>
/// <param name="Drift">At least one drift finding is open.</param>
/// <param name="InsufficientData">The window or the reference was too small to say.</param>
public readonly record struct MonitorChecks(int Stable, int Drift, int InsufficientData);
