using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Report;

/// <summary>An incident as <c>GET /v1/incidents/{incident}</c> tells it: what its report shows, for programs.</summary>
/// <param name="Incident">Its line in the list.</param>
/// <param name="Model">The model concerned.</param>
/// <param name="Onset">The estimated first row of what was found; null when nothing was.</param>
/// <param name="EndedAtRow">The row at which its last finding ended; null while one holds, or when nothing was found.</param>
/// <param name="Found">Each finding once, oldest first.</param>
/// <param name="Decisions">Every decision with the row of the policy's table it rests on, in order.</param>
/// <param name="Experiments">Every candidate that was tried for it.</param>
/// <param name="Served">Versions that began to serve in it, in order.</param>
internal sealed record IncidentView(
    IncidentLine Incident,
    string Model,
    long? Onset,
    long? EndedAtRow,
    IReadOnlyList<IncidentView.FoundThere> Found,
    IReadOnlyList<IncidentView.DecidedThere> Decisions,
    IReadOnlyList<ExperimentView> Experiments,
    IReadOnlyList<IncidentView.ServedThere> Served)
{
    public static IncidentView Of(IncidentStory story) => new(
        story.Line,
        story.Model,
        story.Onset,
        story.EndedAt,
        [.. story.Found.Select(found => new FoundThere(found.Finding, found.EndedAtRow))],
        [.. story.Decisions.Select(decision => new DecidedThere(decision.What.Decision, decision.What.Rule))],
        story.Experiments,
        [.. story.Served.Select(served => new ServedThere(served.Version, served.FromRow, served.Stage))]);

    /// <param name="Finding">What was found, with statistic, threshold and rows.</param>
    /// <param name="EndedAtRow">Where it was over; null while it holds.</param>
    internal sealed record FoundThere(Finding Finding, long? EndedAtRow);

    /// <param name="Decision">What was decided, and why.</param>
    /// <param name="Rule">The row of the policy's table.</param>
    internal sealed record DecidedThere(DecisionMade Decision, string Rule);

    /// <param name="Version">The version.</param>
    /// <param name="FromRow">The first row that it answered.</param>
    /// <param name="Stage">How it came to serve: promoted, restored or rolled back.</param>
    internal sealed record ServedThere(int Version, long FromRow, string Stage);
}
