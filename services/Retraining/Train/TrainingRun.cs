using System.Globalization;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Bill;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Train;

/// <summary>From an order to a registered version: snapshot, experiments, gates, and the release that follows.</summary>
internal sealed class TrainingRun(
    Laboratory laboratory,
    Gates gates,
    SignedArtifacts artifacts,
    Snapshots snapshots,
    TrainingCode code,
    StageClock stages,
    JudgingOptions judging,
    ReleaseDesk desk,
    Attestation attestation)
{
    public IReadOnlyList<JournalEvent> Execute(TrainingOrder order, RowFeed log, RegistryState state)
    {
        using var span = RetrainingTelemetry.StartTraining(order, state);
        if (order.Trigger == "seed") return Seed(order, log, state);

        var (winner, experiments, reason, failedAt) = stages.Measure("train", () => laboratory.Try(order, log, state));
        if (winner is null) return Failed(order, log.NextRow, reason, experiments, failedAt ?? "enough-rows");

        var tried = experiments.Count(experiment => experiment is { Failure: null, LeftOut: null });
        // Where inputs moved, a fall needs no other explanation.
        return Register(order, winner, null, tried, experiments, reason, log, state, toMend: order is { Trigger: "performance", IsRefit: false } ? order.Drop : 0);
    }

    /// <summary>A standing challenger has won its race, or training anew is trusted; it still passes every gate.</summary>
    public IReadOnlyList<JournalEvent> Release(Replace decision, string rule, string model, Trained challenger, Proof proof, RowFeed log, RegistryState state)
    {
        // The next of a challenger that answered a change answers the same change.
        var since = decision.SinceRow ?? (state.Champion is { Trigger: "challenger", SinceRow: { } learned } champion && champion.UpdateId == decision.UpdateId ? learned : null);
        var order = new TrainingOrder(model, decision.UpdateId, "challenger", challenger.Recipe.Trainer, since, 0, false, log.NextOrdinal, decision.FindingIds, challenger.Seed);
        var events = Register(order, challenger, proof, 1, [laboratory.Raced(order, challenger, log) with { Reason = decision.Reason }], decision.Reason, log, state, decision.ToMend);
        // It is a decision once it serves; one that a gate refused is a decision of the gate.
        var serves = events.OfType<Released>().Any();
        var said = new Decided(new DecisionMade(model, decision.UpdateId, log.NextRow, DecisionActions.Replace, decision.Reason, decision.FindingIds, Version: state.Versions.Count + 1), rule);
        return serves ? [said, .. events] : events;
    }

    private List<JournalEvent> Seed(TrainingOrder order, RowFeed log, RegistryState state)
    {
        // What the first model is worth, and which candidate makes it, is measured on the last fifth of history; then it learns from all of it.
        var history = CleanRows.History(log, state);
        var (winner, experiments, reason, _) = stages.Measure("train", () => laboratory.TryFirst(order, history, log));

        // Too short a history to spare a fifth of it: the first model goes unmeasured.
        var recipe = winner?.Recipe ?? laboratory.First(order.Trainer);
        var rows = CleanRows.ToDataSet(log, history);
        var model = stages.Measure("train", () => laboratory.Train(recipe, rows, order.Seed));
        var trained = new Trained(model, recipe, order.Seed, rows, rows.Slice(rows.Count * 4 / 5, rows.Count));
        var results = gates.Judge(new Candidate(model, model.ToArtifact(), trained.Labels, null, trained.Holdout, 1, null) { StandIn = winner?.Model, TrainAgain = laboratory.Again(winner ?? trained) });
        var version = Describe(order, trained, results, winner is null ? [] : SliceMetrics.Measure(winner.Model, trained.Holdout), log, state);
        if (version.RejectedBecause is not null) throw new TrainingException($"The first model cannot be used: {version.RejectedBecause}");

        var why = $"The first model, trained on all {rows.Count} rows of history; without MLOps it would be the last.";
        return
        [
            new VersionRegistered(order.Model, version, experiments, winner is null ? why : reason),
            new Released(new ReleaseChanged(order.Model, order.UpdateId, 1, log.NextRow, version.Reference, null, ReleaseStages.Promoted, why, version.Importance, version.HeldOut), ReleasePhase.Settled, 0),
        ];
    }

    private List<JournalEvent> Register(
        TrainingOrder order, Trained trained, Proof? proof, int tried, IReadOnlyList<Experiment> experiments, string reason, RowFeed log, RegistryState state, double toMend)
    {
        var champion = artifacts.Load(state.Champion!.Sha256);
        var candidate = new Candidate(trained.Model, trained.Model.ToArtifact(), trained.Labels, champion, trained.Holdout, tried, proof) { Drop = order.Drop, ToMend = toMend, IsRefit = order.IsRefit || order.Trigger is "staleness" or "code", TrainAgain = laboratory.Again(trained), Served = Served(log, trained.Holdout, state.Champion.Version) };
        var results = stages.Measure("evaluate", () => gates.Judge(candidate));
        var failed = results.FirstOrDefault(result => !result.Passed);

        // One that is not better yet is no news while more rows will come: the model in service goes on. That nothing can be learned is.
        if (failed is not null && order.IsQuiet && (order.IsRetry || failed.Gate != MendsGate.GateName))
            return [new TrainingEnded(order.UpdateId, order.Trigger, "rejected", $"{failed.Gate}: {failed.Evidence}", Refused(experiments, failed), order.Model)];

        var version = Describe(order, trained, results, SliceMetrics.Measure(trained.Model, trained.Holdout), log, state);
        var events = new List<JournalEvent> { new VersionRegistered(order.Model, version, experiments, reason) };
        events.AddRange(failed is null
            ? desk.Next(order, version, IsProven(candidate, order), state, log.NextRow, reason)
            : [new Decided(new DecisionMade(order.Model, order.UpdateId, log.NextRow, DecisionActions.Reject, $"Version {version.Version} failed the gate {failed.Gate}: {failed.Evidence}.", order.FindingIds, failed.Gate, version.Version), failed.Gate)]);
        return events;
    }

    /// <summary>What needs no shadow: a challenger that won its race or is trusted, a refit, the first model after a collapse, and what the held-out rows prove better.</summary>
    private bool IsProven(Candidate candidate, TrainingOrder order) =>
        candidate.Proof is not null || order.IsRefit || Stakes.IsCollapse(order.Drop) || (order.Trigger is "data" or "performance" && QualityGate.ErrorProbability(candidate) < judging.ProofAlpha / Math.Max(1, candidate.Tried));

    private static double[] Served(RowFeed log, DataSet holdout, int champion) =>
        [.. holdout.RowNumbers.ToArray().Select(row => log.Rows!.Holds(row) && log.Rows.Version(row) == champion ? log.Rows.Score(row) : double.NaN)];

    private VersionRecord Describe(TrainingOrder order, Trained trained, IReadOnlyList<GateResult> results, IReadOnlyList<SliceMetrics> metrics, RowFeed log, RegistryState state)
    {
        var failed = results.FirstOrDefault(result => !result.Passed);
        var version = new VersionRecord(
            state.Versions.Count + 1, artifacts.Write(trained.Model.ToArtifact()), order.UpdateId, order.Trigger, trained.Recipe.Trainer, trained.Model.Algorithm,
            trained.Recipe.Parameters, trained.Seed, stages.Measure("snapshot", () => snapshots.Write(trained.Rows)), SchemaJson.Sha256(trained.Rows.Schema), Build.Code,
            trained.FromRow, trained.ToRow, trained.Rows.Count, order.SinceRow, log.NextRow, order.FindingIds, results, metrics,
            RejectedBecause: failed is null ? null : $"{failed.Gate}: {failed.Evidence}",
            Importance: FeatureImportance.Of(trained.Model, trained.Rows), Runtime: Build.Runtime, TrainingCode: code.Now);
        attestation.State(version);
        return version;
    }

    private static List<Experiment> Refused(IReadOnlyList<Experiment> experiments, GateResult failed) =>
        [.. experiments.Select(experiment => experiment.Won ? experiment with { Reason = $"{experiment.Reason} It is not released: {failed.Gate}: {failed.Evidence}." } : experiment)];

    private static JournalEvent[] Failed(TrainingOrder order, long row, string reason, IReadOnlyList<Experiment> experiments, string gate)
    {
        var ended = new TrainingEnded(order.UpdateId, order.Trigger, "failed", reason, experiments, order.Model);
        return order.IsQuiet
            ? [ended]
            : [ended, new Decided(new DecisionMade(order.Model, order.UpdateId, row, DecisionActions.Reject, string.Create(CultureInfo.InvariantCulture, $"No candidate could be trained: {reason}"), order.FindingIds, gate), gate)];
    }
}
