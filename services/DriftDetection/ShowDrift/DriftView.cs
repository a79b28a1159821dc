using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Drift.Monitoring.Plan;

namespace MonitoringDemo.DriftDetection.ShowDrift;

/// <summary>The answer of <c>/v1/drift</c>.</summary>
/// <param name="Model">The model watched.</param>
/// <param name="Row">One past the last row read.</param>
/// <param name="ChampionVersion">The version that serves; 0 before the first.</param>
/// <param name="CheckedAtRow">The row of the latest drift check; -1 before the first.</param>
/// <param name="Features">Each feature at that check.</param>
/// <param name="Prediction">The model's score at that check; null until it has a reference.</param>
/// <param name="Accuracy">Of the newest outcomes; null before the first.</param>
/// <param name="Open">The findings that hold.</param>
/// <param name="Advice">What advisory tests say now: shown, and never a cause.</param>
/// <param name="Estimate">What the accuracy of the newest rows is expected to be; null until the champion's first outcomes have calibrated its scores.</param>
internal sealed record DriftView(
    string Model,
    long Row,
    int ChampionVersion,
    long CheckedAtRow,
    IReadOnlyList<FeatureDrift> Features,
    FeatureDrift? Prediction,
    AccuracySince? Accuracy,
    IReadOnlyList<OpenFinding> Open,
    AccuracyEstimate? Estimate = null,
    IReadOnlyList<Advice>? Advice = null);
