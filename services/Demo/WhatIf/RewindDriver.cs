using MonitoringDemo.InferenceLog;
using MonitoringDemo.Retraining.Rewind;
using MonitoringDemo.ServiceDefaults.Time;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>Plays a recording against a fleet: the same rows and outcomes in the same pieces, and while it does what was done, each round where it was and each message when it came.</summary>
/// <remarks>From the first difference on there is no recorded pace to keep: messages go out at once, and the fleet comes to rest before each request.</remarks>
/// <param name="recording">What is played.</param>
/// <param name="rounds">The fleet's services.</param>
/// <param name="requests">How rows reach it.</param>
/// <param name="clock">The fleet's clock.</param>
/// <param name="mayDiffer">False to stop at the first difference.</param>
/// <param name="freeFrom">The record from which on it keeps the recorded pace no more although nothing is different; null for none.</param>
internal sealed class RewindDriver(Recording recording, FleetRounds rounds, RecordedRequests requests, LockstepClock clock, bool mayDiffer, long? freeFrom = null)
{
    // A message that has not come after so many records will not.
    private const int Patience = 2_000;

    private readonly IReadOnlyList<RecordedRound> _rounds = recording.Journal.Effective;
    private readonly HashSet<string> _expected = [.. recording.Journal.Effective.SelectMany(round => round.Took)];
    private long _seq;
    private long _worked;
    private int _next;
    private int _nextDetected;

    /// <summary>Where it went another way than the recording; null while it has not.</summary>
    public RewindDifference? Difference { get; private set; }

    /// <summary>The record from which on it kept the recorded pace no more; null when it did to the end.</summary>
    public long? FreeFrom { get; private set; }

    private bool Goes => Difference is null || mayDiffer;

    public async Task PlayAsync(Action<long> onProgress, CancellationToken cancellation)
    {
        using var reader = recording.Log.OpenReader(0, TruncatedReads.Skip);
        while (Goes && reader.TryRead(out var record))
        {
            clock.SetRow(record.AtRow);
            await WorkAsync(record.Ordinal, isBorder: record is PredictionBatch, isLast: false, cancellation);
            if (!Goes) return;
            await FeedAsync(record, cancellation);
            onProgress(record.AtRow);
        }

        if (Goes) await WorkAsync(reader.NextOrdinal, isBorder: true, isLast: true, cancellation);
    }

    private async Task FeedAsync(LogRecord record, CancellationToken cancellation)
    {
        switch (record)
        {
            case HistoryBatch history:
                await requests.SendAsync(history, cancellation);
                break;
            case PredictionBatch asked:
                await requests.SendAsync(asked, cancellation);
                break;
            case OutcomeBatch outcomes:
                await requests.SendAsync(outcomes, cancellation);
                break;
            case ModelChange change when FreeFrom is null:
                if (!await rounds.Bus.ReleaseAsync(change.ReleaseSequence, cancellation))
                    await DifferAsync(record.Ordinal, change.Row, FormattableString.Invariant($"release {change.ReleaseSequence} served"), "it was not decided", cancellation);
                await rounds.QuietAsync(cancellation);
                break;
            case AcceptedData accepted when FreeFrom is null:
                if (!await rounds.Bus.ReleaseAcceptedAsync(accepted.UpdateId, cancellation))
                    await DifferAsync(record.Ordinal, accepted.Row, $"{accepted.What} was accepted", "it was not", cancellation);
                await rounds.QuietAsync(cancellation);
                break;
        }
    }

    /// <param name="ordinal">The record that comes next.</param>
    /// <param name="isBorder">Whether a request comes next.</param>
    /// <param name="isLast">Whether nothing comes next.</param>
    private async Task WorkAsync(long ordinal, bool isBorder, bool isLast, CancellationToken cancellation)
    {
        if (FreeFrom is null && ordinal >= freeFrom) await GoFreeAsync(ordinal, cancellation);
        if (FreeFrom is not null)
        {
            if (isBorder) await rounds.DrainAsync(cancellation);
            return;
        }

        await DetectAsync(ordinal, isBorder, cancellation);
        while (FreeFrom is null && _next < _rounds.Count && _rounds[_next].To <= ordinal)
        {
            if (_rounds[_next].Took.Except(rounds.Bus.Waiting).FirstOrDefault() is { } missing)
            {
                if (isLast || ordinal > _rounds[_next].To + Patience)
                    await DifferAsync(ordinal, clock.Row, $"{missing} was told", "it is not", cancellation);
                break;
            }

            await RoundAsync(_rounds[_next], ordinal, cancellation);
            // What it began, for instance a training that was ordered, went on when it did, and not before.
            _worked = _rounds[_next++].To;
        }

        if (FreeFrom is null && isBorder && ordinal > _worked && (_next < _rounds.Count ? ordinal <= _rounds[_next].From : !recording.Journal.IsCutOff))
        {
            await rounds.RetrainAsync(ordinal, cancellation);
            if (rounds.JournalSeq != _seq) await DifferAsync(ordinal, clock.Row, "nothing was done", First(rounds.EntriesAfter(_seq)), cancellation);
        }

        if (isBorder && FreeFrom is null) await rounds.OthersAsync(cancellation);
    }

    private async Task DetectAsync(long ordinal, bool isBorder, CancellationToken cancellation)
    {
        var detected = recording.Detected;
        var tells = _nextDetected < detected.Count && detected[_nextDetected].To == ordinal;
        if (tells) _nextDetected++;
        else if (!isBorder || (_nextDetected < detected.Count && ordinal > detected[_nextDetected].From)) return;

        var before = rounds.Bus.Waiting.Count;
        await rounds.DetectAsync(cancellation);
        var waiting = rounds.Bus.Waiting;
        // What was told after the last round that is known was never taken in.
        if (_next == _rounds.Count) return;
        if (waiting.FirstOrDefault(key => !_expected.Contains(key)) is { } other) await DifferAsync(ordinal, clock.Row, "that was not told", other, cancellation);
        else if (tells && waiting.Count == before) await DifferAsync(ordinal, clock.Row, "something was found or ended", "nothing is", cancellation);
    }

    private async Task RoundAsync(RecordedRound round, long ordinal, CancellationToken cancellation)
    {
        await rounds.Bus.ReleaseAsync(round.Took, cancellation);
        foreach (var command in round.Commands) await rounds.Bus.PublishAsync(command.Message, command.UpdateId, cancellation);
        await rounds.QuietAsync(cancellation);
        await rounds.RetrainAsync(round.To, cancellation);
        var recorded = recording.Journal.Entries.SkipWhile(entry => entry.Seq <= _seq).TakeWhile(entry => entry.Seq <= round.LastSeq).ToList();
        var now = rounds.JournalSeq == _seq ? [] : rounds.EntriesAfter(_seq);
        _seq = round.LastSeq;
        for (var i = 0; i < Math.Max(recorded.Count, now.Count); i++)
        {
            if (i < recorded.Count && i < now.Count && recorded[i].What == now[i].What) continue;
            await DifferAsync(
                ordinal, i < recorded.Count ? recorded[i].Row : now[i].Row, i < recorded.Count ? recorded[i].Words : "nothing more was done", i < now.Count ? now[i].Words : "nothing was done", cancellation);
            return;
        }
    }

    private async Task DifferAsync(long ordinal, long row, string recorded, string now, CancellationToken cancellation)
    {
        Difference ??= new RewindDifference(row, recorded, now);
        if (mayDiffer) await GoFreeAsync(ordinal, cancellation);
    }

    private async Task GoFreeAsync(long ordinal, CancellationToken cancellation)
    {
        FreeFrom = ordinal;
        await rounds.GoFreeAsync(cancellation);
    }

    private static string First(IReadOnlyList<RecordedEntry> entries) => entries.Count == 0 ? "nothing was done" : entries[0].Words;
}
