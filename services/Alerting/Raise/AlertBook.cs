using System.Globalization;

namespace MonitoringDemo.Alerting.Raise;

/// <summary>Every open alert and the newest resolved ones. One alert per name and story: repeats update it,
/// and what comes again after it was resolved is a new alert.</summary>
internal sealed class AlertBook
{
    private const int ResolvedKept = 500;

    private readonly List<Alert> _alerts;

    public AlertBook(IEnumerable<Alert>? alerts = null) => _alerts = [.. alerts ?? []];

    public IReadOnlyList<Alert> Alerts => _alerts;

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

    /// <summary>Takes a finding away from the alert that rests on it; the last one resolves it.</summary>
    public AlertChange? Clear(string model, string updateId, string findingId, long row)
    {
        var index = _alerts.FindIndex(a =>
            a.IsOpen && a.UpdateId == updateId && a.Model == model && a.OpenFindings.Contains(findingId));
        if (index < 0)
            return null;

        var left = _alerts[index] with { OpenFindings = [.. _alerts[index].OpenFindings.Where(id => id != findingId)] };
        _alerts[index] = left;
        return left.OpenFindings.Count > 0 ? null : ResolveAt(index, row, "The finding behind it no longer holds.");
    }

    public IReadOnlyList<AlertChange> ResolveWhere(Func<Alert, bool> which, long row, string resolution)
    {
        var changes = new List<AlertChange>();
        for (var index = 0; index < _alerts.Count; index++)
            if (_alerts[index].IsOpen && which(_alerts[index]))
                changes.Add(ResolveAt(index, row, resolution));

        return changes;
    }

    /// <summary>Forgets the oldest resolved alerts past a bound; open ones always stay.</summary>
    public void Trim()
    {
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
