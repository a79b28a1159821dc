using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>What is broken now. An end may come before its beginning.</summary>
internal sealed class BrokenNow(IEnumerable<BrokenShown>? saved)
{
    private const int Bound = 100;

    private readonly KeyedList<string, BrokenShown> _broken = Of(saved);
    private readonly Queue<string> _ended = new();

    public IReadOnlyList<BrokenShown> Items => _broken.Items;

    /// <summary>All that is broken; null when that did not change.</summary>
    public IReadOnlyList<BrokenShown>? Begin(IEnumerable<Finding> findings)
    {
        var news = findings.Where(f => f.Kind == FindingKinds.DataQuality && !_ended.Contains(f.Id) && !_broken.TryGet(f.Id, out _)).ToList();
        foreach (var f in news)
            _broken.Put(new BrokenShown(f.Id, f.Feature ?? f.Detector, f.Summary, f.Row));
        return news.Count == 0 ? null : Items;
    }

    /// <summary>All that is still broken; null when that did not change.</summary>
    public IReadOnlyList<BrokenShown>? End(IEnumerable<ClearedFinding> cleared)
    {
        var over = cleared.Where(c => c.Kind == FindingKinds.DataQuality).Select(c => c.FindingId).ToHashSet();
        foreach (var id in over)
            _ended.Enqueue(id);
        while (_ended.Count > Bound)
            _ended.Dequeue();

        var before = Items.Count;
        _broken.RemoveWhere(b => over.Contains(b.Id));
        return Items.Count == before ? null : Items;
    }

    private static KeyedList<string, BrokenShown> Of(IEnumerable<BrokenShown>? saved)
    {
        var list = new KeyedList<string, BrokenShown>(b => b.Id, Bound);
        list.PutAll(saved);
        return list;
    }
}
