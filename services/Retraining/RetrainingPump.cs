using Microsoft.Extensions.Options;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.Train;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Retraining;

/// <summary>One round: read the log to its end, take in what was received, do what is due, and tell the world.</summary>
internal sealed class RetrainingPump(
    DataDirectory data,
    IInferenceLog stored,
    Registry registry,
    ReceivedMessages received,
    Confirmations confirmations,
    ReleaseWatch watch,
    SerialErrors dependence,
    ArchiveWatch archive,
    StandingChallengers challengers,
    EvidenceCollector collector,
    Rollout rollout,
    Responses responses,
    TrainingRun run,
    PolicyLimits limits,
    Drill drill,
    RegistryTelemetry telemetry,
    TrainingOptions training,
    SnapshotOptions options,
    IOptions<PumpOptions> pumping) : IPump, IDisposable
{
    private const int RecordsARound = 16_384;
    private readonly Checkpoint<ReadFrom> _position = new(data.PathOf("registry", "reader.json"));
    private RowFeed? _log;
    private bool _caughtUp;
    private long _savedAt;
    private (long Ordinal, RegistryState? State) _restsAt;

    public string Name => "retraining";

    public int Order => 30;

    public async ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
    {
        registry.Open();
        _log ??= new RowFeed(stored, registry.State.Release is not null && _position.TryLoad(out var from) ? from.Ordinal : 0, options);

        Follow();
        var more = _log.Read(RecordsARound, Take, cancellationToken);
        telemetry.Read(_log.NextOrdinal);
        // Nothing is decided on half a memory.
        _caughtUp |= !more;
        if (!_caughtUp) return true;

        var worked = await registry.PublishAsync(cancellationToken);
        worked |= TakeIn();
        // What was cleared in this round is no longer to be confirmed.
        Follow();
        // With the same rows and the same registry the policy says the same: nothing.
        if (worked || _restsAt.Ordinal != _log.NextOrdinal || !ReferenceEquals(_restsAt.State, registry.State))
        {
            var acted = _log.Rows is not null && Act();
            _restsAt = acted || worked ? default : (_log.NextOrdinal, registry.State);
            worked |= acted;
        }

        worked |= await registry.PublishAsync(cancellationToken);
        if (worked || _log.NextRow - _savedAt >= options.RecentRows / 4) SavePosition();
        return worked || more;
    }

    public void Dispose() => _log?.Dispose();

    private void Follow()
    {
        confirmations.Watch(registry.State);
        archive.Follow(registry.State);
        if (registry.State.Champion is { } champion) challengers.Follow(champion.Version);
    }

    private void Take(JudgedRow judged)
    {
        var (rows, state) = (_log!.Rows!, registry.State);
        if (state.Release is not { } release || state.IsQuarantined(judged.Row)) return;

        var champion = release.Change.Champion.Version;
        if (rows.Version(judged.Row) == champion) dependence.Take(Evaluator.Decide(rows.Score(judged.Row)) != rows.Label(judged.Row));
        confirmations.Take(_log, judged, state);
        watch.Take(rows, judged.Row, state);
        archive.Take(rows, judged.Row, champion);
        challengers.Take(rows, judged.Row, champion);
    }

    private bool TakeIn()
    {
        var came = received.Peek();
        var messages = rollout.Sift(came, registry.State);
        if (came.Count == 0 && messages.Count == 0) return false;
        // In lockstep the journal has to come out the same every time, and trace ids never do.
        if (pumping.Value.Lockstep) messages = [.. messages.Select(message => message with { TraceParent = null })];
        var events = Reception.ToEvents(messages, limits.Model, _log!.NextOrdinal, registry.State);
        registry.Append(_log.NextRow, events);
        received.Forget(came.Count);
        return true;
    }

    private bool Act()
    {
        var state = registry.State;
        if (state.Pending is { } order)
        {
            registry.Append(_log!.NextRow, run.Execute(order, _log, state));
            return true;
        }

        if (state.Release is null) return BeginWithHistory();

        var policy = state.ForPolicy();
        var evidence = collector.Collect(_log!, state, policy, limits);
        var decided = Policy.Decide(policy, evidence, limits, drill.Leaves);
        var events = decided.SelectMany(made => responses.To(made.Rule, made.Decision, evidence, _log!, state)).ToList();
        registry.Append(_log!.NextRow, events);
        if (registry.State.Quarantines.Skip(state.Quarantines.Count).Any(challengers.HasLearnedFrom)) challengers.Reset();
        if (decided.Any(made => made.Decision is Replace))
            challengers.Judged(registry.State.Champion!.Version, state.Champion!, passed: registry.State.Champion.Version != state.Champion!.Version);
        if (decided.Any(made => made.Decision is RollBack)) challengers.Reset();
        Follow();
        var isDue = events.Count == 0 && state.Release.Phase != ReleasePhase.Shadow && Restraint.Trusted(policy)
            && challengers.TrainWhenDue(_log, state, policy.Incidents.Max(incident => incident.HurtsSince));
        return events.Count > 0 || isDue;
    }

    private bool BeginWithHistory()
    {
        if (!_log!.HistoryIsComplete) return false;
        var order = new TrainingOrder(limits.Model, $"{limits.Model}-seed", "seed", training.Trainer, null, 0, false, _log.NextOrdinal, [], SplitMix64.Mix(training.Seed, 0));
        registry.Append(_log.NextRow, new TrainingRequested(order));
        return true;
    }

    private void SavePosition()
    {
        _savedAt = _log!.NextRow;
        _position.Save(new ReadFrom(_log.ResumeOrdinal));
    }

    private sealed record ReadFrom(long Ordinal);
}
