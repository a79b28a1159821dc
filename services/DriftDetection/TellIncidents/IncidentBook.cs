using System.Globalization;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.DriftDetection.TellIncidents;

/// <summary>Sorts findings into incidents: the first finding opens one, those made while any of it holds belong to it.</summary>
internal sealed class IncidentBook(string model, ToldIncidents state)
{
    /// <summary>The incidents that a report adds to, in the order in which they happened.</summary>
    public IReadOnlyList<IncidentNews> Tell(MonitorReport report)
    {
        var incidents = new List<IncidentNews>();
        var (found, ended) = (0, 0);
        while (found < report.Findings.Count || ended < report.Ended.Count)
        {
            // At the same row the end comes first, unless it is the end of something found just there.
            var isEnd = found == report.Findings.Count
                || (ended < report.Ended.Count
                    && report.Ended[ended].Row <= report.Findings[found].Row
                    && state.OpenFindings.ContainsKey(report.Ended[ended].Finding.Id));
            if (isEnd) End(report.Ended[ended].Finding.Id, report.Ended[ended++].EndedAtRow, incidents);
            else Begin(report.Findings[found++], incidents);
        }

        return incidents;
    }

    /// <summary>After another monitor has read the same rows: ends what it does not find, tells what nobody has told.</summary>
    public IReadOnlyList<IncidentNews> Reconcile(IReadOnlyList<DriftFinding> open, long row)
    {
        var incidents = new List<IncidentNews>();
        foreach (var id in state.OpenFindings.Keys.Except(open.Select(finding => finding.Id)).Order(StringComparer.Ordinal).ToList())
            End(id, row, incidents);
        foreach (var finding in open.Where(finding => !state.OpenFindings.ContainsKey(finding.Id)).ToList())
            Begin(finding, incidents);
        return incidents;
    }

    private void Begin(DriftFinding finding, List<IncidentNews> incidents)
    {
        var id = state.OpenFindings.Values.FirstOrDefault()?.UpdateId ?? NewId(finding.Onset);
        var message = FindingMessages.Of(finding);
        state.OpenFindings[finding.Id] = new ToldFinding(id, message.Kind, message.Feature);
        Of(id, incidents).Found.Add(message);
    }

    private void End(string findingId, long endedAtRow, List<IncidentNews> incidents)
    {
        if (!state.OpenFindings.Remove(findingId, out var told)) return;
        Of(told.UpdateId, incidents).Cleared.Add(new ClearedFinding(findingId, told.Kind, told.Feature, endedAtRow));
    }

    private string NewId(long onset)
    {
        // Two incidents with one onset would be taken for one.
        state.NewestOnset = Math.Max(onset, state.NewestOnset + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{model}-{state.NewestOnset}");
    }

    private static IncidentNews Of(string id, List<IncidentNews> incidents)
    {
        if (incidents.Count == 0 || incidents[^1].UpdateId != id) incidents.Add(new IncidentNews(id));
        return incidents[^1];
    }
}
