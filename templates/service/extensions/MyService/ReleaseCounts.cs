namespace MonitoringDemo.MyService;

/// <summary>How often each stage was heard of since the start. A message may come twice, and counts once.</summary>
public sealed class ReleaseCounts
{
    // A message comes again within minutes: thousands later it is not waited for.
    private const int Remembered = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<Guid> _heard = [];
    private readonly Queue<Guid> _order = new();
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>A copy: by stage.</summary>
    public IReadOnlyDictionary<string, int> Now
    {
        get
        {
            lock (_gate) return new Dictionary<string, int>(_counts);
        }
    }

    /// <summary>Counts a message once.</summary>
    /// <param name="message">Its id, the same each time it comes.</param>
    /// <param name="stage">One of <c>ReleaseStages</c>.</param>
    public void Heard(Guid message, string stage)
    {
        lock (_gate)
        {
            if (!_heard.Add(message)) return;
            _order.Enqueue(message);
            if (_order.Count > Remembered) _heard.Remove(_order.Dequeue());
            _counts[stage] = _counts.GetValueOrDefault(stage) + 1;
        }
    }
}
