using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>The broken data that still come. Returns the whole list when it changed, else null.</summary>
internal sealed class BrokenInputs
{
    private const int Most = 100;

    private readonly KeyedList<string, BrokenShown> _broken = new(b => b.Id, Most);

    public BrokenInputs(IEnumerable<BrokenShown>? saved) => _broken.PutAll(saved);

    public IReadOnlyList<BrokenShown> Items => _broken.Items;

    /// <param name="message">What was found.</param>
    /// <param name="holds">Whether a finding still holds: its end may have come first.</param>
    public IReadOnlyList<BrokenShown>? Add(FindingsReported message, Func<string, bool> holds)
    {
        var news = message.Findings.Where(f => f.Kind == FindingKinds.DataQuality && holds(f.Id) && !_broken.TryGet(f.Id, out _)).ToList();
        _broken.PutAll(news.Select(f => new BrokenShown(f.Id, f.Feature, f.Onset, f.Detector)));
        return news.Count == 0 ? null : Items;
    }

    public IReadOnlyList<BrokenShown>? Remove(FindingsCleared message)
    {
        var ended = message.Cleared.Select(cleared => cleared.FindingId).ToHashSet();
        if (!Items.Any(b => ended.Contains(b.Id)))
            return null;

        _broken.RemoveWhere(b => ended.Contains(b.Id));
        return Items;
    }
}
