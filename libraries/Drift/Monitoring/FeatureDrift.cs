namespace MonitoringDemo.Drift.Monitoring;

/// <summary>The drift of one feature at the latest check.</summary>
/// <param name="Feature">The feature's name; null for the model's score.</param>
/// <param name="Method">The statistic, for instance <c>psi</c>.</param>
/// <param name="Score">Its value on the current window.</param>
/// <param name="Threshold">The value that counts as drift, given the sizes of both samples.</param>
/// <param name="Reference">Share of the reference in each bin.</param>
/// <param name="Current">Share of the current window in each bin.</param>
public sealed record FeatureDrift(
    string? Feature,
    string Method,
    double Score,
    double Threshold,
    IReadOnlyList<double> Reference,
    IReadOnlyList<double> Current);
