using System.Globalization;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Retire;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Register;

/// <summary>What the world is told of a journal entry.</summary>
internal static class JournalMessages
{
    public static IEnumerable<object> Of(JournalEntry entry) => entry.Happened switch
    {
        Decided decided => [decided.Decision],
        TrainingRequested { Order: var order } => [new RetrainingStarted(order.Model, order.UpdateId, entry.Row, order.Trigger)],
        TrainingEnded { Model: { } model, Experiments.Count: > 0 } ended =>
            [Tried(model, ended.UpdateId, entry.Row, ended.Trigger, ended.Experiments, ended.Experiments.FirstOrDefault(experiment => experiment.Won)?.Reason ?? ended.Reason, null)],
        VersionRegistered { Experiments.Count: > 0, Version: var version } registered =>
            [Trained(registered, entry.Row), Tried(registered.Model, version.UpdateId, entry.Row, version.Trigger, registered.Experiments, registered.WinnerReason, version.Version)],
        VersionRegistered registered => [Trained(registered, entry.Row)],
        Released released => [released.Change],
        QuarantineLifted lifted => [lifted.Accepted],
        VersionMoved moved => [moved.Told],
        _ => [],
    };

    /// <summary>Unique and repeatable: there is one message of a type an entry.</summary>
    public static string KeyOf(JournalEntry entry) => $"journal-{entry.Seq.ToString(CultureInfo.InvariantCulture)}";

    private static CandidateTrained Trained(VersionRegistered registered, long row) =>
        new(registered.Model, registered.Version.UpdateId, row, registered.Version.Reference, registered.Experiments.Count, registered.WinnerReason);

    private static CandidatesTried Tried(string model, string updateId, long row, string trigger, IReadOnlyList<Experiment> experiments, string reason, int? version) =>
        new(model, updateId, row, trigger, reason, [.. experiments.Select(Candidate)], version);

    private static TriedCandidate Candidate(Experiment e) => new(
        e.Id, e.Trainer, Recipe.Words(e.Parameters), e.Window, e.Rows, ExperimentView.OutcomeOf(e), e.Failure ?? e.LeftOut, e.HoldoutRows,
        e.LogLoss, e.LogLossInterval?.Lower, e.LogLossInterval?.Upper, e.Accuracy, e.AccuracyInterval?.Lower, e.AccuracyInterval?.Upper, e.Work, e.Seconds);
}
