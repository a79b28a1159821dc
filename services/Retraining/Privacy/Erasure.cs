using MonitoringDemo.InferenceLog.Erase;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Privacy;

/// <summary>
/// Erases the rows of a subject from a data directory in which nobody works: log, copies of it, snapshots. What is to be done is written down first, so that a death on the way is gone on with, by the
/// command or by the next start; every step may be done twice. Then the journal says that it happened, and only then is anything taken away.
/// </summary>
/// <param name="data">Claimed by the caller.</param>
/// <param name="slot">The model concerned.</param>
/// <param name="time">Dates what is journaled.</param>
/// <param name="reached">Told of each step before it is done; null where nobody wants to know.</param>
public sealed class Erasure(DataDirectory data, ModelSlot slot, TimeProvider time, Action<string>? reached = null)
{
    internal const string Rule = "a person had rows erased";

    private readonly PendingErasure _pending = new(data);
    private readonly IBlobStore _blobs = Stores.Blobs(data);

    /// <summary>The rows of the log and of snapshots that an erasure of this key would take.</summary>
    /// <param name="key">The subject.</param>
    public ErasurePlan Plan(SubjectKey key)
    {
        return ErasurePlan.Of(key, data, StateOf(Stores.Journal(data)), _blobs);
    }

    /// <summary>Erases them.</summary>
    /// <param name="key">The subject.</param>
    /// <param name="by">Who asked for it.</param>
    /// <param name="reason">Why, in one sentence.</param>
    /// <param name="retrain">Whether the next start is to train anew, without these rows.</param>
    /// <returns>What was done; what an interrupted erasure had left is done first.</returns>
    /// <exception cref="InferenceLog.CorruptLogException">The log is damaged.</exception>
    /// <exception cref="DamagedJournalException">The journal is.</exception>
    public ErasurePlan Run(SubjectKey key, string by, string reason, bool retrain)
    {
        Resume();
        var plan = Plan(key);
        if (plan.Rows.Count == 0) return plan;
        _pending.Save(new PendingErasure.Work(FormattableString.Invariant($"{slot.Model}-erase-{time.GetUtcNow().ToUnixTimeMilliseconds()}"), key, by, reason, retrain, plan.Rows));
        Resume();
        return plan;
    }

    /// <summary>Ends what was interrupted.</summary>
    /// <returns>True when something was.</returns>
    public bool Resume()
    {
        if (_pending.Load() is not { } work) return false;
        Registry(work);
        var rows = work.Rows.ToHashSet();
        var main = Path.Combine(data.Root, "log");
        foreach (var folder in LogErasure.LogsBelow(data.Root))
        {
            reached?.Invoke($"log {Path.GetFileName(folder)}");
            // A merged log numbers its rows otherwise than those it is made of.
            LogErasure.Erase(folder, folder == main ? rows : LogErasure.Find(folder, work.Key).ToHashSet());
        }

        reached?.Invoke("order");
        if (work.Retrain) CommandBox.LeaveTraining(data, slot, work.Id, work.By, work.Reason);
        reached?.Invoke("end");
        _pending.Clear();
        return true;
    }

    private void Registry(PendingErasure.Work work)
    {
        var journal = Stores.Journal(data);
        // Whoever appends holds it.
        using var held = journal as IDisposable;
        var state = StateOf(journal);
        if (state.Versions.IsEmpty && state.Erasures.IsEmpty && journal.Read().Count == 0) return;
        if (!state.Erasures.Exists(erased => erased.Id == work.Id))
        {
            reached?.Invoke("snapshots");
            var snapshots = ErasurePlan.SnapshotsOf(work.Rows, state, _blobs).Select(snapshot => snapshot.Write(_blobs)).ToList();
            reached?.Invoke("journal");
            Journal(journal, work, state, snapshots);
            state = StateOf(journal);
        }

        reached?.Invoke("blobs");
        foreach (var name in state.Erasures.SelectMany(erased => erased.Snapshots).SelectMany(snapshot => new[] { RegistryBlobs.Snapshot(snapshot.Before), RegistryBlobs.FormerSnapshot(snapshot.Before) })) _blobs.Delete(name);
    }

    private void Journal(IJournal journal, PendingErasure.Work work, RegistryState state, IReadOnlyList<ErasedSnapshot> snapshots)
    {
        var records = journal.Read();
        var row = records.Count == 0 ? 0 : records[^1].Row;
        var learned = snapshots.SelectMany(snapshot => snapshot.Versions.Select(version => (Version: version, snapshot.Rows))).OrderBy(pair => pair.Version).ToList();
        var said = FormattableString.Invariant($"{work.By} erased {work.Rows.Count} row{(work.Rows.Count == 1 ? "" : "s")}: {work.Reason.TrimEnd('.')}.");
        Decided Said(int? version, string words) => new(new DecisionMade(slot.Model, work.Id, row, DecisionActions.Erase, words, [], Version: version, By: work.By), Rule);
        JournalEvent[] happened =
        [
            new RowsErased(work.Id, work.By, work.Reason, work.Rows.Count, RowSpan.Of(work.Rows), snapshots),
            .. learned.Count == 0 ? [Said(null, $"{said} No version learned from them.")] : learned.Select(pair => Said(pair.Version, FormattableString.Invariant($"{said} Version {pair.Version} had learned from {pair.Rows} of them."))),
        ];
        var hash = journal.Append(records.Count, row, time.GetUtcNow(), [.. happened.Select(JournalEventTypes.Write)]);
        // Where the key is elsewhere the next release signs it.
        if (_blobs.Exists(RegistryBlobs.Head) && File.Exists(Path.Combine(data.Root, "keys", "artifact-signing.pem"))) new JournalHead(_blobs, new ArtifactSigner(data)).Sign(records.Count + happened.Length, hash!);
    }

    private static RegistryState StateOf(IJournal journal) => JournalEntry.In(journal).Aggregate(RegistryState.Empty, RegistryFold.Apply);
}
