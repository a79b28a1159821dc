namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>The newest lines of the feed. A line that is told again changes nothing.</summary>
internal sealed class FeedLines
{
    public const int Bound = 200;

    private readonly KeyedList<string, FeedEntry> _lines = new(e => e.Id, Bound);

    public IReadOnlyList<FeedEntry> Items => _lines.Items;

    public void PutAll(IEnumerable<FeedEntry>? lines) => _lines.PutAll(lines);

    public bool Has(string id) => _lines.TryGet(id, out _);

    /// <summary>The lines that are new; null when none is.</summary>
    public IReadOnlyList<FeedEntry>? Tell(params IReadOnlyList<FeedEntry> entries)
    {
        var news = entries.Where(e => !Has(e.Id)).ToList();
        _lines.PutAll(news);
        return news.Count == 0 ? null : news;
    }

    /// <summary>The lines that end now; null when none does.</summary>
    public IReadOnlyList<FeedEntry>? End(params IEnumerable<(string Id, long Row)> ended)
    {
        var changed = new List<FeedEntry>();
        foreach (var (id, row) in ended)
            if (_lines.TryGet(id, out var entry) && entry.EndedAtRow is null)
                changed.Add(_lines.Put(entry with { EndedAtRow = row }));

        return changed.Count == 0 ? null : changed;
    }
}
