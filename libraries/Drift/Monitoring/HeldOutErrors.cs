namespace MonitoringDemo.Drift.Monitoring;

/// <summary>How often a champion was wrong before it served, on rows that it was not trained on.</summary>
/// <param name="Rows">How many such rows; 0 when none are known.</param>
/// <param name="Errors">On how many of them its answer was wrong.</param>
public readonly record struct HeldOutErrors(int Rows, int Errors);
