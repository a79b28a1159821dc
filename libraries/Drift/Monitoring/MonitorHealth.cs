namespace MonitoringDemo.Drift.Monitoring;

/// <summary>What the monitor measured, found something or not.</summary>
/// <param name="Row">One past the newest row.</param>
/// <param name="ChampionVersion">The version that serves.</param>
/// <param name="CheckedAtRow">The row of the latest drift check; -1 before the first.</param>
/// <param name="Features">Each feature at the latest drift check, in schema order; empty before the first.</param>
/// <param name="Prediction">The model's score at the latest drift check; null until it has a reference.</param>
/// <param name="Accuracy">On the outcomes since the last report; null when none arrived.</param>
/// <param name="Estimate">What the accuracy of the newest rows is expected to be; null until the champion's first outcomes have calibrated its scores.</param>
public sealed record MonitorHealth(
    long Row,
    int ChampionVersion,
    long CheckedAtRow,
    IReadOnlyList<FeatureDrift> Features,
    FeatureDrift? Prediction,
    AccuracySince? Accuracy,
    AccuracyEstimate? Estimate = null);
