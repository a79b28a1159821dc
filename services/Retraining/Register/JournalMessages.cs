using System.Globalization;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Register;

/// <summary>What the world is told of a journal entry.</summary>
internal static class JournalMessages
{
    public static IEnumerable<object> Of(JournalEntry entry) => entry.Happened switch
    {
        Decided decided => [decided.Decision],
        TrainingRequested { Order: var order } => [new RetrainingStarted(order.Model, order.UpdateId, entry.Row, order.Trigger)],
        VersionRegistered { Version: var version } registered =>
            [new CandidateTrained(registered.Model, version.UpdateId, entry.Row, version.Reference, registered.Experiments.Count, registered.WinnerReason)],
        Released released => [released.Change],
        _ => [],
    };

    /// <summary>Unique and repeatable: there is one message of a type an entry.</summary>
    public static string KeyOf(JournalEntry entry) => $"journal-{entry.Seq.ToString(CultureInfo.InvariantCulture)}";
}
