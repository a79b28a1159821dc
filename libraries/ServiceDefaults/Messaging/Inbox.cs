using System.Text.Json.Serialization;

namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>The ids of the messages received last, so that a re-sent one can be dropped. Keep it in the record of a <see cref="State.Checkpoint{T}"/>.</summary>
/// <remarks>Not thread-safe: it belongs to the pump. In insertion order; the oldest id makes room for the newest.</remarks>
[JsonConverter(typeof(InboxConverter))]
public sealed class Inbox
{
    /// <summary>How many ids are kept when nothing else is said.</summary>
    public const int DefaultCapacity = 1024;

    private readonly HashSet<Guid> _known = [];
    private readonly Queue<Guid> _order = new();

    /// <param name="capacity">How many ids are kept; at least 1.</param>
    public Inbox(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        Capacity = capacity;
    }

    /// <summary>How many ids are kept.</summary>
    public int Capacity { get; }

    /// <summary>How many ids are known.</summary>
    public int Count => _order.Count;

    /// <summary>The known ids, oldest first.</summary>
    public IReadOnlyCollection<Guid> Ids => _order;

    /// <summary>True when the id is known.</summary>
    public bool Contains(Guid id) => _known.Contains(id);

    /// <summary>Remembers an id.</summary>
    /// <returns>False when it was known already: drop that message.</returns>
    public bool TryAdd(Guid id)
    {
        if (!_known.Add(id)) return false;
        _order.Enqueue(id);
        if (_order.Count > Capacity) _known.Remove(_order.Dequeue());
        return true;
    }
}
