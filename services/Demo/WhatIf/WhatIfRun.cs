using MonitoringDemo.InferenceLog;
using MonitoringDemo.Retraining.Report;
using MonitoringDemo.Retraining.Rewind;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.ServiceDefaults.Time;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>Plays a recording twice: as it was, which has to come out the same, and with a change.</summary>
/// <param name="Recording">What is played.</param>
/// <param name="Subject">The incident or the scenario that is looked at.</param>
/// <param name="From">The row from which on both are compared.</param>
internal sealed record WhatIfRun(Recording Recording, string Subject, long From)
{
    /// <exception cref="RecordingException">There is no such incident; the message lists those that there are.</exception>
    public static WhatIfRun OfIncident(Recording recording, string incident)
    {
        var journal = Stores.Journal(recording.Data);
        var known = IncidentReports.List(journal);
        return IncidentReports.OnsetOf(journal, incident) is { } onset
            ? new WhatIfRun(recording, incident, onset)
            : throw new RecordingException($"there is no incident '{incident}' in it; there {(known.Count == 0 ? "are none" : $"are {string.Join(", ", known.Select(line => line.Id))}")}");
    }

    /// <exception cref="RecordingException">The replay does not come out as it was recorded; the message says where it differs first.</exception>
    public async Task<PlayedOutcome> PlayAsRecordedAsync(Action<long> onProgress, CancellationToken cancellation)
    {
        var (outcome, difference, _) = await RewoundFleet.PlayAsync(Recording, new Dictionary<string, string?>(), mayDiffer: false, freeFrom: null, onProgress, cancellation);
        if (difference is not null)
            throw new RecordingException($"the replay without a change differs from the recording {difference} Nothing can be said of a change. A fleet of another version decides otherwise, and so does one with another environment: replay with the program and the settings that recorded it ('models verify' says whether the journal is as it was written)");
        var (recorded, _) = PlayedOutcome.Read(Recording.Log);
        foreach (var (row, answer) in recorded.OrderBy(row => row.Key))
        {
            if (!outcome.Rows.TryGetValue(row, out var now) || now != answer)
                throw new RecordingException(FormattableString.Invariant($"the replay without a change decides the same and answers row {row:N0} otherwise: {now.Score:R} by version {now.Version}, recorded {answer.Score:R} by version {answer.Version}. Nothing can be said of a change: the models are not those of the recording, see 'models verify'"));
        }

        return outcome;
    }

    /// <summary>Plays it with a change.</summary>
    public Task<RewoundPlay> PlayChangedAsync(WhatIfChanges changes, Action<long> onProgress, CancellationToken cancellation) =>
        RewoundFleet.PlayAsync(Recording, changes.Settings, mayDiffer: true, freeFrom: null, onProgress, cancellation);

    /// <summary>Plays it without a change, and from a record on without the delays of a live demo: what a change is to be compared with, since it has none from there on either.</summary>
    /// <returns>Null for a recording in lockstep, which has no delays.</returns>
    public async Task<PlayedOutcome?> PlayUndelayedAsync(long from, Action<long> onProgress, CancellationToken cancellation) => IsLive
        ? (await RewoundFleet.PlayAsync(Recording, new Dictionary<string, string?>(), mayDiffer: true, from, onProgress, cancellation)).Outcome
        : null;

    /// <summary>Whether the clock of the recording was a real one, and not made of rows.</summary>
    private bool IsLive
    {
        get
        {
            using var reader = Recording.Log.OpenReader(0, TruncatedReads.Skip);
            return reader.TryRead(out var first) && first.Time > LockstepClock.Start.AddSeconds(first.AtRow).AddDays(1);
        }
    }

    /// <summary>One past the last recorded row.</summary>
    public long Rows
    {
        get
        {
            using var reader = Recording.Log.OpenReader(0, TruncatedReads.Skip);
            var rows = 0L;
            while (reader.TryRead(out var record)) rows = record is PredictionBatch batch ? batch.FirstRow + batch.Count : Math.Max(rows, record.AtRow);
            return rows;
        }
    }
}
