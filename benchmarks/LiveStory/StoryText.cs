using System.Globalization;
using MonitoringDemo.LiveStory.Measuring;

namespace MonitoringDemo.LiveStory;

/// <summary>All that was done and told from 500 songs before the press on, in the order of rows.</summary>
internal static class StoryText
{
    private const int SongsBefore = 500;

    public static IEnumerable<string> Lines(LiveRecord record, long press)
    {
        var lines = record.Findings.Select(f => (f.Row, Text: $"finding {f.Kind} {f.Feature}: {f.Summary}"))
            .Concat(record.Decisions.Select(d => (d.Row, Text: $"decision {d.Action} {(d.Version is { } v ? $"v{v} " : "")}{d.Gate}: {d.Reason}")))
            .Concat(record.Songs.Changes.Select(c => (c.Row, Text: string.Create(CultureInfo.InvariantCulture, $"v{c.ChampionVersion} serves, trained on {c.TrainedFromRow:N0} to {c.TrainedToRow:N0}"))))
            .Concat(record.Alerts.Select(a => (Row: a.RaisedAtRow, Text: $"alert {a.Name}: {a.Summary}")))
            .Concat(record.Alerts.Where(a => a.ResolvedAtRow is not null).Select(a => (Row: a.ResolvedAtRow!.Value, Text: $"resolved {a.Name}: {a.Resolution}")));
        return lines.Where(line => line.Row >= press - SongsBefore).OrderBy(line => line.Row)
            .Select(line => string.Create(CultureInfo.InvariantCulture, $"  {line.Row - press,6:+0;-0;0}  {line.Text}"));
    }
}
