using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>
/// Decides for a model that another system serves. Nothing can be tried here: each finding is answered once, by its kind, with what
/// its owner should do. Broken data stands before all else, and moved inputs are watched while the answers hold.
/// </summary>
internal sealed class ElsewhereDecider(Registry registry, ModelSlot slot, QuarantineOptions quarantining)
{
    private const string Broken = "elsewhere: data quality broken";
    private const string Blind = "elsewhere: labels stop";
    private const string Worse = "elsewhere: performance fell, or model too old";
    private const string Moved = "elsewhere: inputs moved, performance holds";

    /// <summary>What it may decide, each with the evidence for it.</summary>
    public static IReadOnlyList<(string Action, string Evidence)> Table { get; } =
    [
        (DecisionActions.Quarantine, Broken), (DecisionActions.Hold, Blind), (DecisionActions.Retrain, Worse), (DecisionActions.Watch, Moved),
    ];

    /// <returns>True when something was decided.</returns>
    public bool Decide(RowFeed log)
    {
        var state = registry.State;
        var answered = state.Decisions.SelectMany(decision => decision.FindingIds).ToHashSet(StringComparer.Ordinal);
        var events = new List<JournalEvent>();
        foreach (var incident in state.Incidents.Values.OrderBy(incident => incident.State.UpdateId, StringComparer.Ordinal))
        {
            var fresh = incident.State with { Open = [.. incident.State.Open.Where(finding => !answered.Contains(finding.Id))] };
            events.AddRange(Answers(fresh, incident.State, log.NextRow));
        }

        if (events.Count > 0) registry.Append(log.NextRow, events);
        return events.Count > 0;
    }

    private IEnumerable<JournalEvent> Answers(IncidentState fresh, IncidentState incident, long row)
    {
        Decided Said(string action, string rule, string reason, IEnumerable<Finding> findings) =>
            new(new DecisionMade(slot.Model, incident.UpdateId, row, action, reason, [.. findings.Select(finding => finding.Id)]), rule);

        var broken = fresh.OpenOf(FindingKinds.DataQuality);
        if (broken.Count > 0)
        {
            yield return Said(DecisionActions.Quarantine, Broken, $"Broken data, not a changed world: {Told(broken)} Keep its rows out of training, and mend them where they come from.", broken);
            foreach (var finding in broken)
                yield return new QuarantineOpened(finding.Id, finding.Feature, finding.Onset - MarginOf(finding), MarginOf(finding));
        }

        var labels = fresh.OpenOf(FindingKinds.LabelFlow);
        if (labels.Count > 0)
            yield return Said(DecisionActions.Hold, Blind, $"The outcomes cannot be relied on: {Told(labels)} Promote nothing until they can.", labels);

        var hurt = fresh.OpenOf(FindingKinds.RealisedPerformance, FindingKinds.Staleness);
        if (hurt.Count > 0)
            yield return Said(DecisionActions.Retrain, Worse, $"{Told(hurt)} Train the model that is served elsewhere on rows from {hurt.Min(finding => finding.Onset)} on.", hurt);

        var moved = fresh.InputsMoved;
        if (moved.Count > 0 && hurt.Count == 0 && !incident.Watched)
            yield return Said(DecisionActions.Watch, Moved, $"{Told(moved)} No outcome says that the answers are worse.", moved);
    }

    private static string Told(IEnumerable<Finding> findings) => string.Join(" ", findings.Select(finding => $"{finding.Summary.TrimEnd('.')}."));

    private int MarginOf(Finding finding) => finding.IsExact ? 0 : quarantining.QuarantineMargin;
}
