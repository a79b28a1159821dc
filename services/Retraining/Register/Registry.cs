using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Register;

/// <summary>The journal with its fold, and the messages that follow from it.</summary>
/// <remarks>
/// The journal is the outbox: a cursor says up to which entry the messages are out; after a crash the rest goes out again
/// under the same ids. A bus in memory dies with the process, so there a message is out only once it was consumed.
/// </remarks>
internal sealed class Registry(DataDirectory data, IJournal journal, JournalHead head, IMessageBus bus, TimeProvider time, BusActivity? activity = null)
{
    private readonly Checkpoint<PublishedTo> _cursor = new(data.PathOf("registry", "published.json"));
    private readonly Queue<JournalEntry> _unpublished = new();
    private bool _isOpen;
    private long _seq;
    private long _published;
    private long _saved;
    private volatile RegistryState _state = RegistryState.Empty;

    /// <summary>The state as of the last entry; safe to read from any thread.</summary>
    public RegistryState State => _state;

    /// <summary>Told of every new entry, not of those read back on start.</summary>
    public Action<JournalEntry, RegistryState>? Appended { get; set; }

    /// <summary>Reads the journal; does nothing the second time.</summary>
    /// <returns>True the first time.</returns>
    public bool Open()
    {
        if (_isOpen) return false;

        var entries = JournalEntry.In(journal).ToList();
        _seq = entries.Count;
        _published = _saved = _cursor.TryLoad(out var cursor) ? cursor.Seq : 0;
        _state = entries.Aggregate(RegistryState.Empty, RegistryFold.Apply);
        foreach (var entry in entries)
        {
            // A release that inference never took up is announced again, lest the two wait for each other for ever.
            var forgotten = entry.Happened is Released released && released == _state.Release && !_state.Known.Contains(Keys.Applied(released.Change.Sequence));
            if (entry.Seq > _saved || forgotten) _unpublished.Enqueue(entry);
        }

        return _isOpen = true;
    }

    /// <summary>Writes what happened, all or nothing, and folds it in.</summary>
    /// <exception cref="JournalConflictException">Another retraining service has written the journal.</exception>
    public void Append(long row, params IReadOnlyList<JournalEvent> happened)
    {
        var now = time.GetUtcNow();
        var hash = journal.Append(_seq, row, now, [.. happened.Select(JournalEventTypes.Write)]);
        foreach (var each in happened)
        {
            var entry = new JournalEntry(++_seq, row, now, each);
            _state = _state.Apply(entry);
            _unpublished.Enqueue(entry);
            Appended?.Invoke(entry, _state);
        }

        if (hash is not null && happened.Any(each => each is Released)) head.Sign(_seq, hash);
    }

    /// <summary>Publishes what the entries since the cursor have to say.</summary>
    public async Task<bool> PublishAsync(CancellationToken cancellationToken)
    {
        var some = _unpublished.Count > 0;
        while (_unpublished.TryPeek(out var entry))
        {
            foreach (var message in JournalMessages.Of(entry))
            {
                using var span = RetrainingTelemetry.Continue(message, _state);
                await bus.PublishAsync(message, JournalMessages.KeyOf(entry), cancellationToken);
            }

            _published = Math.Max(_published, _unpublished.Dequeue().Seq);
        }

        if (_published > _saved && activity is not { UnderWay: > 0 })
        {
            _cursor.Save(new PublishedTo(_published));
            _saved = _published;
        }

        return some;
    }

    private sealed record PublishedTo(long Seq);
}
