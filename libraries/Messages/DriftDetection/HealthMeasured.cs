namespace MonitoringDemo.Messages.DriftDetection;

/// <summary>What one check of the log measured, found something or not; feeds live displays.</summary>
/// <param name="Model">The model whose log was read.</param>
/// <param name="Row">One past the last row that the check had read.</param>
/// <param name="ModelVersion">The champion that served the newest row.</param>
/// <param name="Features">The drift of each feature against its threshold, in schema order; empty until a window is full.</param>
/// <param name="Accuracy">Accuracy on the outcomes that arrived since the last check; null when none did.</param>
/// <param name="Estimate">The accuracy expected of the newest rows; null until the champion's first outcomes have calibrated its scores.</param>
public sealed record HealthMeasured(
    string Model,
    long Row,
    int ModelVersion,
    IReadOnlyList<FeatureHealth> Features,
    AccuracyMeasured? Accuracy,
    AccuracyEstimated? Estimate = null);
