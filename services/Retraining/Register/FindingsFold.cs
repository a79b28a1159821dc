using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Register;

/// <summary>What findings change: incidents, and the rows in quarantine. Pure.</summary>
internal static class FindingsFold
{
    public static RegistryState Remember(RegistryState state, string key, string updateId, string? traceParent)
    {
        var incident = state.Incident(updateId);
        return (state with { Known = state.Known.Add(key) }).With(incident with { TraceParent = incident.TraceParent ?? traceParent });
    }

    public static RegistryState Open(RegistryState state, FindingsReceived received, Finding finding, DateTimeOffset time)
    {
        if (state.Known.Contains(Keys.Finding(finding.Id))) return state;

        state = Remember(state, Keys.Finding(finding.Id), received.UpdateId, received.TraceParent);
        if (finding.Kind == FindingKinds.DataQuality)
            state = state with { Unanswered = state.Unanswered.Add(new BrokenData(received.UpdateId, finding, null)) };

        var incident = state.Incident(received.UpdateId);
        var fell = finding.Kind == FindingKinds.RealisedPerformance;
        state = state.With(incident with
        {
            Since = incident.Since ?? time,
            InputsMovedAt = finding.Kind == FindingKinds.DataDrift ? incident.InputsMovedAt ?? received.Ordinal : incident.InputsMovedAt,
            PerformanceFellAt = fell ? incident.PerformanceFellAt ?? received.Ordinal : incident.PerformanceFellAt,
            State = incident.State with { Open = Sorted([.. incident.State.Open, finding]) },
        });
        return state.EndedFirst.TryGetValue(finding.Id, out var ended) ? Close(state with { EndedFirst = state.EndedFirst.Remove(finding.Id) }, ended) : state;
    }

    public static RegistryState Close(RegistryState state, ClearedFinding cleared)
    {
        if (!state.Known.Contains(Keys.Finding(cleared.FindingId)))
            return state with { EndedFirst = state.EndedFirst.SetItem(cleared.FindingId, cleared) };

        foreach (var incident in state.Incidents.Values.Where(incident => incident.State.Open.Any(finding => finding.Id == cleared.FindingId)))
            state = state.With(Without(incident, finding => finding.Id == cleared.FindingId));

        return state with
        {
            Unanswered = [.. state.Unanswered.Select(broken => broken.Finding.Id == cleared.FindingId ? broken with { EndedAtRow = cleared.EndedAtRow } : broken)],
            Harmless = state.Harmless.RemoveAll(broken => broken.Finding.Id == cleared.FindingId),
            Quarantines = [.. state.Quarantines.Select(range => range.FindingId == cleared.FindingId && range.To is null ? range with { To = cleared.EndedAtRow + range.Margin } : range)],
        };
    }

    public static Incident Without(Incident incident, Func<Finding, bool> gone)
    {
        var left = incident.State with { Open = [.. incident.State.Open.Where(finding => !gone(finding))] };
        return incident with
        {
            State = left,
            InputsMovedAt = left.InputsMoved.Count == 0 ? null : incident.InputsMovedAt,
            PerformanceFellAt = left.PerformanceFell.Count == 0 ? null : incident.PerformanceFellAt,
        };
    }

    public static RegistryState Quarantined(RegistryState state, QuarantineOpened opened)
    {
        var ended = state.Unanswered.Find(broken => broken.Finding.Id == opened.FindingId)?.EndedAtRow;
        return state with
        {
            Unanswered = state.Unanswered.RemoveAll(broken => broken.Finding.Id == opened.FindingId),
            Harmless = state.Harmless.RemoveAll(broken => broken.Finding.Id == opened.FindingId),
            Quarantines = state.Quarantines.Add(new QuarantinedRows(opened.FindingId, opened.Feature, opened.From, ended + opened.Margin, opened.Margin)),
        };
    }

    /// <summary>What does no harm waits for its end, or for a champion that it harms.</summary>
    public static RegistryState Tolerated(RegistryState state, IReadOnlyList<string> findingIds) => state with
    {
        Unanswered = state.Unanswered.RemoveAll(broken => findingIds.Contains(broken.Finding.Id)),
        Harmless = state.Harmless.AddRange(state.Unanswered.Where(broken => findingIds.Contains(broken.Finding.Id) && broken.EndedAtRow is null)),
    };

    /// <summary>What the data's owner has accepted is broken no more, although its finding still has to end.</summary>
    public static RegistryState Lifted(RegistryState state, QuarantineLifted lifted) => state with
    {
        Unanswered = state.Unanswered.RemoveAll(broken => lifted.FindingIds.Contains(broken.Finding.Id)),
        Harmless = state.Harmless.RemoveAll(broken => lifted.FindingIds.Contains(broken.Finding.Id)),
        Quarantines = [.. state.Quarantines.Select(range => range.To is null && lifted.FindingIds.Contains(range.FindingId) ? range with { To = lifted.From } : range)],
    };

    private static List<Finding> Sorted(IEnumerable<Finding> findings) =>
        [.. findings.OrderBy(finding => finding.Row).ThenBy(finding => finding.Kind, StringComparer.Ordinal).ThenBy(finding => finding.Feature, StringComparer.Ordinal).ThenBy(finding => finding.Id, StringComparer.Ordinal)];
}
