using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>Puts messages about one thing into one entry, in whatever order they come; each message counts once.</summary>
internal sealed class FeedChanges(FeedLines lines)
{
    /// <summary>Findings of one kind and incident that are no further apart are one change.</summary>
    private const long RowsOfOneChange = 1_000;

    public void Tell(FeedEntry entry)
    {
        if (!lines.Has(entry.Id))
            lines.Put(entry);
    }

    public void Tell(FindingsReported message)
    {
        foreach (var kind in message.Findings.GroupBy(finding => finding.Kind))
        {
            var news = kind.Where(finding => !lines.Has(finding.Id)).ToList();
            if (news.Count == 0)
                continue;

            var before = lines.Newest(e => e.Topic == kind.Key && e.UpdateId == message.UpdateId && BelongTogether(e, news));
            var found = (before?.Found ?? []).Concat(news.Select(f => new FoundShown(f.Id, f.Row, f.Feature, f.Onset, f.Summary, lines.TakeEnd(f.Id)?.Row)));
            var entry = FindingWords.Of(kind.Key, message.UpdateId, before?.Id ?? news[0].Id, [.. found]);
            lines.Put(entry with { Alert = before?.Alert, Parts = before?.Parts ?? [] });
        }

        FeedLinks.Renew(lines);
    }

    public void Tell(FindingsCleared message)
    {
        foreach (var end in message.Cleared)
        {
            if (lines.Newest(e => e.Found.Any(found => found.Id == end.FindingId)) is not { } entry)
                lines.RememberEnd(new EndedLine(end.FindingId, end.EndedAtRow));
            else if (entry.Found.Any(found => found.Id == end.FindingId && found.EndedAtRow is null))
                lines.Put(FindingWords.Ended([.. entry.Found.Select(f => f.Id == end.FindingId ? f with { EndedAtRow = end.EndedAtRow } : f)], entry));
        }
    }

    /// <summary>False when it was told before.</summary>
    public bool TryTell(DecisionMade message)
    {
        var entry = DecisionWords.Of(message);
        if (lines.Has(entry.Id))
            return false;

        var before = lines.Newest(e => IsSame(e, entry));
        lines.Put(before is null ? entry : Join(before, entry with { Text = Both(entry.Text, before.Served is null ? "" : before.Text) }));
        FeedLinks.Renew(lines);
        return true;
    }

    public void Tell(ReleaseChanged message)
    {
        var entry = DecisionWords.Of(message);
        if (lines.Has(entry.Id))
            return;

        var before = lines.Newest(e => IsSame(e, entry));
        lines.Put(before is null ? entry : before.Kind == FeedKinds.Alert
            ? Join(before, entry)
            : before with { Parts = [.. before.Parts, entry.Id], Served = entry.Served, Text = Both(before.Text, entry.Text) });
        FeedLinks.Renew(lines);
    }

    public void Tell(AlertRaised message)
    {
        var key = AlertWords.Key(message.AlertId);
        if (lines.Has(key))
            return;

        var end = lines.TakeEnd(key);
        var alert = new AlertShown(message.AlertId, message.Name, message.Severity, message.Owner, message.Row, end?.Row, end?.Why);
        var topic = AlertWords.TopicOf(message.Name);
        var before = lines.Newest(e => e.Topic == topic && e.UpdateId == message.UpdateId && e.Alert is null && (e.Row == message.Row || e.Found.Any(f => f.Row == message.Row)));
        lines.Put(before is null ? AlertWords.Of(message, alert) : before with { Alert = alert, Parts = [.. before.Parts, key] });
    }

    public void Tell(AlertResolved message)
    {
        if (lines.Newest(e => e.Alert?.Id == message.AlertId) is not { Alert: { } alert } entry)
            lines.RememberEnd(new EndedLine(AlertWords.Key(message.AlertId), message.Row, message.Summary));
        else if (alert.ResolvedAtRow is null)
            lines.Put(entry with
            {
                Alert = alert with { ResolvedAtRow = message.Row, Resolution = message.Summary },
                EndedAtRow = entry.Kind == FeedKinds.Alert ? message.Row : entry.EndedAtRow,
            });
    }

    private static bool BelongTogether(FeedEntry entry, List<Finding> news) => entry.Found.Count > 0
        ? entry.EndedAtRow is null && news[0].Row - entry.Row <= RowsOfOneChange
        : news.Any(finding => finding.Row == entry.Row);

    // A promotion at the row of the decision to replace is that decision carried out.
    private static bool IsSame(FeedEntry a, FeedEntry b) =>
        a.UpdateId == b.UpdateId && a.Row == b.Row
        && (a.Topic == b.Topic || (a.Topic, b.Topic) is (DecisionActions.Replace, ReleaseStages.Promoted) or (ReleaseStages.Promoted, DecisionActions.Replace));

    private static FeedEntry Join(FeedEntry before, FeedEntry entry) =>
        entry with { Id = before.Id, Parts = [.. before.Parts, entry.Id], Alert = before.Alert, Served = entry.Served ?? before.Served };

    private static string Both(string first, string second) => second.Length == 0 || first.Contains(second, StringComparison.Ordinal) ? first : $"{first} {second}";
}
