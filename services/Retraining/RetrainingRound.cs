using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Retire;
using MonitoringDemo.Retraining.Rewind;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.Train;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Retraining;

/// <summary>One round: read the log to its end, take in what was received, decide or train what is due, and tell the world. Made anew for each holding of the lease: what was measured by a process that stood by since is not gone on with.</summary>
internal sealed class RetrainingRound(
    Registry registry, RowIntake rows, MessageIntake messages, Decider decider, ElsewhereDecider elsewhere, OrderExecutor executor, RetiredBlobs retired, StandingChallengers challengers, ModelSlot slot,
    [FromKeyedServices(RetrainingModule.Lease)] RoundTrail trail, RoundControl control)
{
    private (long Ordinal, RegistryState? State) _restsAt;
    private (long Ordinal, long Seq, long Trainings)? _before;

    /// <returns>True when there was something to do.</returns>
    public async ValueTask<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (_before is null) Begin();
        var more = rows.Read(cancellationToken);
        if (!rows.IsCaughtUp) return true;

        var worked = await registry.PublishAsync(cancellationToken);
        worked |= messages.TakeIn(rows.Log);
        // What was cleared in this round is no longer to be confirmed.
        rows.Follow();
        // With the same rows and the same registry the policy says the same: nothing.
        if (worked || _restsAt.Ordinal != rows.Log.NextOrdinal || !ReferenceEquals(_restsAt.State, registry.State))
        {
            var acted = rows.Log.Rows is not null && Act(rows.Log);
            _restsAt = acted || worked ? default : (rows.Log.NextOrdinal, registry.State);
            worked |= acted;
        }

        worked |= await registry.PublishAsync(cancellationToken);
        retired.Sweep(registry.State);
        rows.Save(worked);
        Note();
        return worked || more;
    }

    private void Begin()
    {
        trail.Begin();
        _before = (0, registry.LastSeq, challengers.Trainings);
    }

    /// <summary>Writes down where a round that changed something stood.</summary>
    private void Note()
    {
        var (before, now) = (_before!.Value, (Ordinal: rows.Log.NextOrdinal, Seq: registry.LastSeq, challengers.Trainings));
        if (now.Seq != before.Seq || now.Trainings != before.Trainings) trail.Add(new EffectiveRound(before.Ordinal, now.Ordinal, now.Seq));
        (_before, control.JournalSeq) = (now, now.Seq);
    }

    private bool Act(RowFeed log) => registry.State switch
    {
        { Pending: { } order } => executor.Execute(order, log),
        { Release: null } when slot.ServedElsewhere => elsewhere.Decide(log),
        { Release: null } => executor.BeginWithHistory(log),
        _ => decider.Decide(log) || executor.TrainChallengers(log),
    };
}
