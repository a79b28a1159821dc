using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>Which entries an entry answers. Worked out anew after each message, since the bus keeps no order.</summary>
internal static class FeedLinks
{
    private const int Most = 3;

    public static void Renew(FeedLines lines)
    {
        var entries = lines.Items;
        foreach (var entry in entries.Where(e => e.Kind is FeedKinds.Decision or FeedKinds.Release))
        {
            var answers = Of(entry, entries).Take(Most).Select(e => new AnsweredShown(e.Id, e.Title, e.Row)).ToList();
            // What has left the feed was answered all the same.
            if (answers.Count > 0 && !answers.SequenceEqual(entry.Answers))
                lines.Put(entry with { Answers = answers });
        }
    }

    private static IEnumerable<FeedEntry> Of(FeedEntry entry, IReadOnlyList<FeedEntry> entries)
    {
        var earlier = entries.Where(e => e.Id != entry.Id && e.UpdateId == entry.UpdateId && e.Row <= entry.Row).ToList();
        return entry.Topic switch
        {
            DecisionActions.RollBack => earlier.Where(e => e.Served is not null).TakeLast(1),
            DecisionActions.Reject or ReleaseStages.Promoted when earlier.Any(Trains) => earlier.Where(Trains).TakeLast(1),
            ReleaseStages.Promoted => earlier.Where(e => e.Found.Count > 0),
            _ => entries.Where(e => e.Found.Any(found => entry.Because.Contains(found.Id))),
        };
    }

    private static bool Trains(FeedEntry entry) => entry.Topic is DecisionActions.Retrain or DecisionActions.Replace;
}
