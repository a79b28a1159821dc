namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>The newest entries of the feed, and what was changed since it was last asked. An end may come before its entry.</summary>
internal sealed class FeedLines
{
    public const int Bound = 200;
    public const int EndsKept = 100;

    // Who has to act must not be forgotten because much else happens.
    private readonly KeyedList<string, FeedEntry> _lines = new(e => e.Id, Bound, e => e.Alert is { ResolvedAtRow: null });
    private readonly KeyedList<string, EndedLine> _endedFirst = new(e => e.Id, EndsKept);
    private readonly List<string> _changed = [];
    private readonly List<EndedLine> _early = [];

    public IReadOnlyList<FeedEntry> Items => _lines.Items;

    /// <summary>Ends whose entries are not here, oldest first.</summary>
    public IReadOnlyList<EndedLine> EndedFirst => _endedFirst.Items;

    public void PutAll(IEnumerable<FeedEntry>? lines, IEnumerable<EndedLine>? endedFirst)
    {
        _lines.PutAll(lines);
        _endedFirst.PutAll(endedFirst);
    }

    /// <summary>Whether this message is part of an entry.</summary>
    public bool Has(string key) => Newest(e => e.Is(key)) is not null;

    public FeedEntry? Newest(Func<FeedEntry, bool> which) => _lines.LastOrDefault(which);

    public void Put(FeedEntry entry)
    {
        _lines.Put(entry);
        if (!_changed.Contains(entry.Id))
            _changed.Add(entry.Id);
    }

    /// <summary>Keeps an end for the entry that is still to come.</summary>
    public void RememberEnd(EndedLine end) => _early.Add(_endedFirst.Put(end));

    /// <summary>The end of something that is told only now; asked once, it is forgotten.</summary>
    public EndedLine? TakeEnd(string id)
    {
        if (!_endedFirst.TryGet(id, out var end))
            return null;

        _endedFirst.RemoveWhere(e => e.Id == id);
        return end;
    }

    /// <summary>What was changed since the last call, and the ends that met no entry; null where there is nothing.</summary>
    public (IReadOnlyList<FeedEntry>? Lines, IReadOnlyList<EndedLine>? Early) TakeChanges()
    {
        var lines = _changed.Select(id => _lines.TryGet(id, out var entry) ? entry : null).OfType<FeedEntry>().ToList();
        var early = _early.ToList();
        _changed.Clear();
        _early.Clear();
        return (lines.Count == 0 ? null : lines, early.Count == 0 ? null : early);
    }
}
