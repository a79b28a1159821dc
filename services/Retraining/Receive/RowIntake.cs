using MonitoringDemo.InferenceLog;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Rewind;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.StandBy;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>Reads the inference log from where the last process may go on, and shows each row that may be judged to all that measure.</summary>
/// <param name="watches">In the order in which they see a row.</param>
internal sealed class RowIntake(
    Handover handover, IInferenceLog stored, Registry registry, IEnumerable<IRowWatch> watches, RegistryTelemetry telemetry, AnswerTelemetry answers, SnapshotOptions options, RoundControl control) : IDisposable
{
    private const int RecordsARound = 16_384;
    private readonly IRowWatch[] _watches = [.. watches];
    private RowFeed? _log;
    private long _savedAt;
    private bool _goesOn;

    /// <summary>What was read; there after the first <see cref="Read"/>.</summary>
    public RowFeed Log => _log ?? throw new InvalidOperationException("Nothing was read yet.");

    /// <summary>True once the log's end was reached: nothing is decided on half a memory.</summary>
    public bool IsCaughtUp { get; private set; }

    /// <summary>Reads what is new, up to a limit.</summary>
    /// <returns>True when there may be more.</returns>
    public bool Read(CancellationToken cancellationToken)
    {
        _log ??= Open();
        Follow();
        var atMost = (int)Math.Min(RecordsARound, Math.Max(0, (control.ReadTo ?? long.MaxValue) - _log.NextOrdinal));
        var more = _log.Read(atMost, Take, cancellationToken) && atMost == RecordsARound;
        answers.Begin(_log.Schema);
        telemetry.Read(_log.NextOrdinal);
        IsCaughtUp |= !more;
        return more;
    }

    /// <summary>Tells all that measure what the registry says now.</summary>
    public void Follow()
    {
        foreach (var watch in _watches) watch.Follow(registry.State);
    }

    /// <summary>Keeps the place where the next process begins: when something was done, and now and then.</summary>
    public void Save(bool worked)
    {
        if (!worked && Log.NextRow - _savedAt < options.RecentRows / 4) return;
        _savedAt = Log.NextRow;
        handover.Save(handover.Place with { ReadFrom = Log.ResumeOrdinal, ReadTo = Log.NextOrdinal });
    }

    public void Dispose() => _log?.Dispose();

    private RowFeed Open()
    {
        _goesOn = registry.State.Release is not null && handover.Place != WorkPlace.Start;
        return new RowFeed(stored, _goesOn ? handover.Place.ReadFrom : 0, options);
    }

    private void Take(JudgedRow judged)
    {
        var state = registry.State;
        if (state.IsQuarantined(judged.Row)) return;
        // What is read again to remember it was counted by the process before.
        if (IsCaughtUp || !_goesOn) answers.Take(_log!.Schema!, _log.Rows!, judged.Row);
        if (state.Release is null) return;
        foreach (var watch in _watches) watch.Take(_log!, judged, state);
    }
}
