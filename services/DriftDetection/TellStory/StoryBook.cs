using System.Globalization;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.DriftDetection.TellStory;

/// <summary>Sorts findings into stories: the first finding opens one, those made while any of it holds belong to it.</summary>
internal sealed class StoryBook(string model, StoryState state)
{
    /// <summary>The stories that a report adds to, in the order in which they happened.</summary>
    public IReadOnlyList<Story> Tell(MonitorReport report)
    {
        var stories = new List<Story>();
        var (found, ended) = (0, 0);
        while (found < report.Findings.Count || ended < report.Ended.Count)
        {
            // At the same row the end comes first, unless it is the end of something found just there.
            var isEnd = found == report.Findings.Count
                || (ended < report.Ended.Count
                    && report.Ended[ended].Row <= report.Findings[found].Row
                    && state.OpenFindings.ContainsKey(report.Ended[ended].Finding.Id));
            if (isEnd) End(report.Ended[ended].Finding.Id, report.Ended[ended++].EndedAtRow, stories);
            else Begin(report.Findings[found++], stories);
        }

        return stories;
    }

    /// <summary>After another monitor has read the same rows: ends what it does not find, tells what nobody has told.</summary>
    public IReadOnlyList<Story> Reconcile(IReadOnlyList<DriftFinding> open, long row)
    {
        var stories = new List<Story>();
        foreach (var id in state.OpenFindings.Keys.Except(open.Select(finding => finding.Id)).Order(StringComparer.Ordinal).ToList())
            End(id, row, stories);
        foreach (var finding in open.Where(finding => !state.OpenFindings.ContainsKey(finding.Id)).ToList())
            Begin(finding, stories);
        return stories;
    }

    private void Begin(DriftFinding finding, List<Story> stories)
    {
        var id = state.OpenFindings.Values.FirstOrDefault()?.UpdateId ?? NewId(finding.Onset);
        var message = FindingMessages.Of(finding);
        state.OpenFindings[finding.Id] = new ToldFinding(id, message.Kind, message.Feature);
        Of(id, stories).Found.Add(message);
    }

    private void End(string findingId, long endedAtRow, List<Story> stories)
    {
        if (!state.OpenFindings.Remove(findingId, out var told)) return;
        Of(told.UpdateId, stories).Cleared.Add(new ClearedFinding(findingId, told.Kind, told.Feature, endedAtRow));
    }

    private string NewId(long onset)
    {
        // Two stories with one onset would be taken for one.
        state.NewestOnset = Math.Max(onset, state.NewestOnset + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{model}-{state.NewestOnset}");
    }

    private static Story Of(string id, List<Story> stories)
    {
        if (stories.Count == 0 || stories[^1].UpdateId != id) stories.Add(new Story(id));
        return stories[^1];
    }
}
