namespace MonitoringDemo.Drift.Multivariate;

/// <summary>How well the reference's components reconstruct a chunk of rows.</summary>
/// <param name="Error">Mean distance between a standardised row and its reconstruction; NaN with fewer than two complete rows.</param>
/// <param name="SamplingError">Standard error of that mean.</param>
/// <param name="IsAlert">Whether the error is not strictly between the thresholds; never when it cannot be computed.</param>
public readonly record struct ReconstructedChunk(double Error, double SamplingError, bool IsAlert);
