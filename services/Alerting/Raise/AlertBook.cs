using System.Globalization;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Alerting.Raise;

/// <summary>Every open alert and the newest resolved ones. One alert per name and incident: repeats update it,
/// and what comes again after it was resolved is a new alert.</summary>
internal sealed class AlertBook
{
    private const int ResolvedKept = 500;
    private const int EndsKept = 100;

    private readonly List<Alert> _alerts;
    private readonly List<EarlyEnd> _endedFirst;

    public AlertBook(IEnumerable<Alert> alerts, IEnumerable<EarlyEnd> endedFirst) => (_alerts, _endedFirst) = ([.. alerts], [.. endedFirst]);

    public IReadOnlyList<Alert> Alerts => _alerts;

    /// <summary>Ends that met no alert, oldest first.</summary>
    public IReadOnlyList<EarlyEnd> EndedFirst => _endedFirst;

    /// <summary>Raises, or updates the one that is open. Null when there is nothing new to tell.</summary>
    public AlertChange? Raise(AlertRule rule, string model, string updateId, long row, string summary, string? findingId = null)
    {
        var index = _alerts.FindIndex(a => a.IsOpen && a.Name == rule.Name && a.UpdateId == updateId && a.Model == model);
        if (index >= 0)
        {
            _alerts[index] = Repeat(_alerts[index], row, summary, findingId);
            return null;
        }

        var earlier = _alerts.Count(a => a.Name == rule.Name && a.UpdateId == updateId && a.Model == model);
        var id = $"{updateId}/{rule.Name}" + (earlier == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"#{earlier + 1}"));
        var alert = new Alert(id, model, updateId, rule.Name, rule.Severity, rule.Owner, summary,
            row, row, 0, null, null, findingId is null ? [] : [findingId]);
        _alerts.Add(alert);
        return new AlertChange(alert, Raised: true);
    }

    /// <summary>Takes a finding away from the alert that rests on it; the last one resolves it. Without such an alert the end is remembered.</summary>
    public AlertChange? Clear(string model, string updateId, ClearedFinding cleared)
    {
        var index = _alerts.FindIndex(a =>
            a.IsOpen && a.UpdateId == updateId && a.Model == model && a.OpenFindings.Contains(cleared.FindingId));
        if (index < 0)
        {
            _endedFirst.RemoveAll(end => Is(end, model, updateId, cleared.FindingId));
            _endedFirst.Add(new EarlyEnd(model, updateId, cleared));
            return null;
        }

        var left = _alerts[index] with { OpenFindings = [.. _alerts[index].OpenFindings.Where(id => id != cleared.FindingId)] };
        _alerts[index] = left;
        return left.OpenFindings.Count > 0 ? null : ResolveAt(index, cleared.EndedAtRow, ResolutionWords.Of(cleared));
    }

    /// <summary>The end of this finding, if it was read before its report; asked once, it is forgotten.</summary>
    public ClearedFinding? TakeEarlyEnd(string model, string updateId, string findingId)
    {
        var index = _endedFirst.FindIndex(end => Is(end, model, updateId, findingId));
        if (index < 0)
            return null;

        var cleared = _endedFirst[index].Finding;
        _endedFirst.RemoveAt(index);
        return cleared;
    }

    public IReadOnlyList<AlertChange> ResolveWhere(Func<Alert, bool> which, long row, string resolution)
    {
        var changes = new List<AlertChange>();
        for (var index = 0; index < _alerts.Count; index++)
            if (_alerts[index].IsOpen && which(_alerts[index]))
                changes.Add(ResolveAt(index, row, resolution));

        return changes;
    }

    /// <summary>Forgets the oldest resolved alerts and early ends past a bound; open alerts always stay.</summary>
    public void Trim()
    {
        _endedFirst.RemoveRange(0, Math.Max(0, _endedFirst.Count - EndsKept));
        var excess = _alerts.Count(a => !a.IsOpen) - ResolvedKept;
        for (var index = 0; excess > 0 && index < _alerts.Count;)
        {
            if (_alerts[index].IsOpen)
            {
                index++;
                continue;
            }

            _alerts.RemoveAt(index);
            excess--;
        }
    }

    private static bool Is(EarlyEnd end, string model, string updateId, string findingId) =>
        end.Finding.FindingId == findingId && end.UpdateId == updateId && end.Model == model;

    private static Alert Repeat(Alert alert, long row, string summary, string? findingId) => alert with
    {
        LastRow = Math.Max(alert.LastRow, row),
        Repeats = alert.Repeats + 1,
        Summary = summary,
        OpenFindings = findingId is null || alert.OpenFindings.Contains(findingId)
            ? alert.OpenFindings
            : [.. alert.OpenFindings, findingId],
    };

    private AlertChange ResolveAt(int index, long row, string resolution)
    {
        _alerts[index] = _alerts[index] with { ResolvedAtRow = row, Resolution = resolution, OpenFindings = [] };
        return new AlertChange(_alerts[index], Raised: false);
    }
}
