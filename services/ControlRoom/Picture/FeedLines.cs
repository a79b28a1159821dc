namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>The newest lines of the feed. A line that is told again changes nothing, and an end may come before its line.</summary>
internal sealed class FeedLines
{
    public const int Bound = 200;
    public const int EndsKept = 100;

    private readonly KeyedList<string, FeedEntry> _lines = new(e => e.Id, Bound);
    private readonly KeyedList<string, EndedLine> _endedFirst = new(e => e.Id, EndsKept);

    public IReadOnlyList<FeedEntry> Items => _lines.Items;

    /// <summary>Ends whose lines are not here, oldest first.</summary>
    public IReadOnlyList<EndedLine> EndedFirst => _endedFirst.Items;

    public void PutAll(IEnumerable<FeedEntry>? lines, IEnumerable<EndedLine>? endedFirst)
    {
        _lines.PutAll(lines);
        _endedFirst.PutAll(endedFirst);
    }

    public bool Has(string id) => _lines.TryGet(id, out _);

    /// <summary>The lines that are new; null when none is.</summary>
    public IReadOnlyList<FeedEntry>? Tell(params IReadOnlyList<FeedEntry> entries)
    {
        var news = entries.Where(e => !Has(e.Id)).Select(WithItsEnd).ToList();
        _lines.PutAll(news);
        return news.Count == 0 ? null : news;
    }

    /// <summary>The lines that end now, and the ends whose lines are not here; null when there are none.</summary>
    public (IReadOnlyList<FeedEntry>? Lines, IReadOnlyList<EndedLine>? Early) End(params IEnumerable<EndedLine> ended)
    {
        var changed = new List<FeedEntry>();
        var early = new List<EndedLine>();
        foreach (var end in ended)
        {
            if (!_lines.TryGet(end.Id, out var entry))
                early.Add(_endedFirst.Put(end));
            else if (entry.EndedAtRow is null)
                changed.Add(_lines.Put(entry with { EndedAtRow = end.Row }));
        }

        return (changed.Count == 0 ? null : changed, early.Count == 0 ? null : early);
    }

    private FeedEntry WithItsEnd(FeedEntry entry)
    {
        if (!_endedFirst.TryGet(entry.Id, out var end))
            return entry;

        _endedFirst.RemoveWhere(e => e.Id == entry.Id);
        return entry with { EndedAtRow = end.Row };
    }
}
