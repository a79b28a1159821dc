using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Trains what is due: the order in the journal, the first model once history is whole, the standing challengers.</summary>
internal sealed class OrderExecutor(Registry registry, TrainingRun run, StandingChallengers challengers, PolicyLimits limits, TrainingOptions training)
{
    /// <summary>Carries the order out; the journal holds it until that is done.</summary>
    public bool Execute(TrainingOrder order, RowFeed log)
    {
        registry.Append(log.NextRow, run.Execute(order, log, registry.State));
        return true;
    }

    /// <summary>Orders the first model.</summary>
    /// <returns>False while history is not whole.</returns>
    public bool BeginWithHistory(RowFeed log)
    {
        if (!log.HistoryIsComplete) return false;
        var order = new TrainingOrder(limits.Model, $"{limits.Model}-seed", "seed", training.Trainer, null, 0, false, log.NextOrdinal, [], SplitMix64.Mix(training.Seed, 0));
        registry.Append(log.NextRow, new TrainingRequested(order));
        return true;
    }

    /// <summary>Trains the standing challengers when it is time.</summary>
    /// <returns>True when the next version is there.</returns>
    public bool TrainChallengers(RowFeed log)
    {
        var state = registry.State;
        var policy = state.ForPolicy();
        return !policy.IsTrying && Restraint.Trusted(policy)
            && challengers.TrainWhenDue(log, state, policy.Incidents.Max(incident => incident.HurtsSince));
    }
}
