using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Audit;

/// <summary>Two versions side by side.</summary>
/// <param name="A">The one.</param>
/// <param name="B">The other.</param>
/// <param name="SharedRows">Rows that both were trained on.</param>
/// <param name="Features">What is another feature, or is one no more; empty where both take the same rows.</param>
/// <param name="Importance">Each feature's share of what moves the scores, in A and in B; what is not known is null.</param>
/// <param name="Slices">How each did on its own held-out rows, slices that both have.</param>
/// <param name="SameRows">Both on the same rows, those that B was trained on; null where they take different rows.</param>
public sealed record ComparedVersions(
    ComparedVersion A,
    ComparedVersion B,
    int SharedRows,
    IReadOnlyList<string> Features,
    IReadOnlyList<(string Feature, double? A, double? B)> Importance,
    IReadOnlyList<(SliceMetrics A, SliceMetrics B)> Slices,
    SameRowsCompared? SameRows);
