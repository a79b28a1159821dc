using MonitoringDemo.Retraining.StandBy;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Register;

/// <summary>The journal with its fold, and the messages that follow from it.</summary>
/// <remarks>
/// The journal is the outbox: a cursor says up to which entry the messages are out; after a crash the rest goes out again
/// under the same ids. A bus in memory dies with the process, so there a message is out only once it was consumed.
/// </remarks>
internal sealed class Registry(IJournal journal, FencedJournal fenced, Handover handover, JournalHead head, IMessageBus bus, TimeProvider time, BusActivity? activity = null)
{
    private readonly Queue<JournalEntry> _unpublished = new();
    private IJournal? _mine;
    private JournalEntry? _release;
    private long _seq;
    private long _published;
    private bool _isBack;
    private volatile RegistryState _state = RegistryState.Empty;

    /// <summary>The state as of the last entry; safe to read from any thread.</summary>
    public RegistryState State => _state;

    /// <summary>The number of the last entry.</summary>
    public long LastSeq => _seq;

    /// <summary>Told of every new entry that this process appends, not of those read back.</summary>
    public Action<JournalEntry, RegistryState>? Appended { get; set; }

    /// <summary>Folds in what others have appended.</summary>
    public void Follow()
    {
        foreach (var entry in JournalEntry.Of(journal.ReadAfter(_seq))) Fold(entry);
    }

    /// <summary>Takes up the work where it was left; what is appended from now on is under the holding of the handover.</summary>
    public void Begin()
    {
        Follow();
        _mine = fenced.Under(handover.Fence);
        // It may have died between the record and the statement.
        if (_isBack && _state.Release is { Change: var back } && !head.HasPermit(back.Sequence)) head.Permit(back);
        _published = handover.Place.PublishedTo;
        _unpublished.Clear();
        // A release that inference never took up is announced again, lest the two wait for each other for ever.
        if (_release is { Happened: Released released } entry && entry.Seq <= _published && !_state.Known.Contains(Keys.Applied(released.Change.Sequence))) _unpublished.Enqueue(entry);
        if (_published == _seq) return;
        foreach (var waiting in JournalEntry.Of(journal.ReadAfter(_published))) _unpublished.Enqueue(waiting);
    }

    /// <summary>Writes what happened, all or nothing, and folds it in.</summary>
    /// <exception cref="JournalConflictException">Another retraining service has written the journal, or holds the lease.</exception>
    public void Append(long row, params IReadOnlyList<JournalEvent> happened)
    {
        var now = time.GetUtcNow();
        if (_mine is null) throw new InvalidOperationException("Nothing may be appended before the work was begun.");
        var before = _state.Champion?.Version;
        var hash = _mine.Append(_seq, row, now, [.. happened.Select(JournalEventTypes.Write)]);
        foreach (var each in happened)
        {
            var entry = new JournalEntry(_seq + 1, row, now, each);
            Fold(entry);
            _unpublished.Enqueue(entry);
            Appended?.Invoke(entry, _state);
        }

        foreach (var released in happened.OfType<Released>().Where(released => ReleasePermit.Oldest(released.Change).Version < before)) head.Permit(released.Change);
        if (hash is not null && happened.Any(each => each is Released)) head.Sign(_seq, hash);
    }

    /// <summary>Publishes what the entries since the cursor have to say.</summary>
    /// <returns>True when there was anything.</returns>
    public async Task<bool> PublishAsync(CancellationToken cancellationToken)
    {
        var some = _unpublished.Count > 0;
        while (_unpublished.TryPeek(out var entry))
        {
            foreach (var message in JournalMessages.Of(entry))
            {
                // One that was frozen meanwhile leaves it to whoever took over.
                if (!handover.IsHeld) return some;
                using var span = RetrainingTelemetry.Continue(message, _state);
                await bus.PublishAsync(message, JournalMessages.KeyOf(entry), cancellationToken);
            }

            _published = Math.Max(_published, _unpublished.Dequeue().Seq);
        }

        if (_published > handover.Place.PublishedTo && activity is not { UnderWay: > 0 }) handover.Save(handover.Place with { PublishedTo = _published });
        return some;
    }

    private void Fold(JournalEntry entry)
    {
        if (entry.Happened is Released { Change: var change }) _isBack = ReleasePermit.Oldest(change).Version < _state.Champion?.Version;
        _state = _state.Apply(entry);
        _seq = entry.Seq;
        if (entry.Happened is Released) _release = entry;
    }
}
