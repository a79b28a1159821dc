using MonitoringDemo.LiveStory.Playing;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.LiveStory.Measuring;

/// <summary>What a live demo left behind: what it did, from its log, and what it told, from its endpoints and its page.</summary>
/// <param name="Songs">Every song and every change of model.</param>
/// <param name="Decisions">As <c>/v1/decisions</c> told them.</param>
/// <param name="Alerts">As <c>/v1/alerts?state=all</c> told them.</param>
/// <param name="Findings">Every finding that was reported.</param>
/// <param name="Feed">Every line that the page showed.</param>
internal sealed record LiveRecord(
    SongLedger Songs,
    IReadOnlyList<DecisionMade> Decisions,
    IReadOnlyList<AlertShown> Alerts,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<PageEntry> Feed);
