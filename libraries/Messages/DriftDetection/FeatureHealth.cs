namespace MonitoringDemo.Messages.DriftDetection;

/// <summary>The drift of one feature, as measured by one check.</summary>
/// <param name="Feature">The feature's name in the schema.</param>
/// <param name="Method">The statistic, for instance <c>psi</c>.</param>
/// <param name="Score">Its value on the current window.</param>
/// <param name="Threshold">The value that counts as drift.</param>
public sealed record FeatureHealth(string Feature, string Method, double Score, double Threshold);
