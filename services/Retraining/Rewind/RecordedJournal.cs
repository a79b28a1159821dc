using System.Text.Json;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Train;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Rewind;

/// <summary>What retraining wrote down of a run: what it did in which round, and what it had been told by then.</summary>
public sealed class RecordedJournal
{
    internal const string Rounds = "rounds.txt";

    private RecordedJournal(IReadOnlyList<RecordedEntry> entries, IReadOnlyList<RecordedRound> all, bool isCutOff) => (Entries, Effective, IsCutOff) = (entries, all, isCutOff);

    /// <summary>Every entry, in order.</summary>
    public IReadOnlyList<RecordedEntry> Entries { get; }

    /// <summary>The rounds that changed something, in order.</summary>
    public IReadOnlyList<RecordedRound> Effective { get; }

    /// <summary>Whether it ended in the middle of a training, or of a round that is not written down: what would have come next is not known.</summary>
    public bool IsCutOff { get; }

    /// <summary>Reads what a data directory holds; also while a fleet works in it.</summary>
    /// <exception cref="RecordingException">It cannot be played again; the message says why, and what helps.</exception>
    /// <exception cref="DamagedJournalException">A line of the journal does not hold.</exception>
    public static RecordedJournal Read(DataDirectory data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var (begins, rounds) = RoundTrail.Read(data.PathOf("registry", Rounds));
        var entries = JournalEntry.In(Stores.Journal(data)).ToList();
        if (begins == 0 || rounds.Count == 0)
            throw new RecordingException("retraining wrote down no rounds there: it has not worked yet, or is of a version before that was kept. Play it again with 'run SCENARIO --data DIR', or start a demo with --fresh");
        if (begins > 1)
            throw new RecordingException($"retraining was started {begins} times in it: at each start it measured anew what it had kept in memory (races, trust, standing challengers), and that is written down nowhere. A recording is one run from its start to its stop: start a demo with --fresh, and let the incident happen in one go");
        if (entries.Find(entry => entry.Happened is ReleasesFrozen { Until: not null }) is { } frozen)
            throw new RecordingException($"releases were frozen at row {frozen.Row} until a certain time, and a replay has rows and no times. Freeze without --until, and unfreeze by hand");
        var isTraining = entries.Aggregate(RegistryState.Empty, RegistryFold.Apply).Pending is not null;
        return new RecordedJournal([.. entries.Select(Told)], [.. All(rounds, entries)], isTraining || entries[^1].Seq > rounds[^1].Mark);
    }

    /// <summary>What a journal holds after an entry.</summary>
    public static IReadOnlyList<RecordedEntry> ReadAfter(IJournal journal, long seq)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return [.. JournalEntry.Of(journal.ReadAfter(seq)).Select(Told)];
    }

    /// <summary>By what a message that retraining listens to is known again; null for one that does not come from a fleet itself.</summary>
    public static string? KeyOf(object message) => message switch
    {
        FindingsReported reported => $"found {string.Join(' ', reported.Findings.Select(finding => finding.Id))}",
        FindingsCleared cleared => $"ended {string.Join(' ', cleared.Cleared.Select(each => each.FindingId))}",
        ModelLoaded loaded => FormattableString.Invariant($"loaded {loaded.ReleaseSequence}"),
        ModelLoadFailed failed => FormattableString.Invariant($"refused {failed.ReleaseSequence}"),
        _ => null,
    };

    private static IEnumerable<RecordedRound> All(IReadOnlyList<EffectiveRound> rounds, List<JournalEntry> entries)
    {
        var at = 0;
        foreach (var round in rounds)
        {
            var (took, commands) = (new List<string>(), new List<RecordedCommand>());
            for (; at < entries.Count && entries[at].Seq <= round.Mark; at++)
            {
                if (TakenIn(entries[at].Happened) is { } key) took.Add(key);
                if (Ordered(entries[at].Happened) is { } command) commands.Add(command);
            }

            yield return new RecordedRound(round.From, round.To, round.Mark, took, commands);
        }
    }

    private static string? TakenIn(JournalEvent happened) => happened switch
    {
        FindingsReceived received => $"found {string.Join(' ', received.Findings.Select(finding => finding.Id))}",
        FindingsEnded ended => $"ended {string.Join(' ', ended.Cleared.Select(each => each.FindingId))}",
        ReleaseApplied applied => FormattableString.Invariant($"loaded {applied.Sequence}"),
        ReleaseRefused refused => FormattableString.Invariant($"refused {refused.Sequence}"),
        _ => null,
    };

    private static RecordedCommand? Ordered(JournalEvent happened) => happened switch
    {
        RetrainRequested { Command: var command } => new RecordedCommand(command, command.UpdateId),
        RestoreRequested { Command: var command } => new RecordedCommand(command, command.UpdateId),
        AcceptRequested { Command: var command } => new RecordedCommand(command, command.UpdateId),
        RollBackRequested { Command: var command } => new RecordedCommand(command, command.UpdateId),
        FreezeRequested { Command: var command } => new RecordedCommand(command, command.UpdateId),
        JudgementRequested { Command: var command } => new RecordedCommand(command, command.UpdateId),
        _ => null,
    };

    private static RecordedEntry Told(JournalEntry entry)
    {
        var fact = JournalEventTypes.Write(Comparable(entry.Happened));
        return new RecordedEntry(entry.Seq, entry.Row, FormattableString.Invariant($"{entry.Row} {fact.Type} {JsonSerializer.Serialize(fact.Payload, JournalEventTypes.Json)}"), WordsOf(entry.Happened, fact.Type));
    }

    /// <summary>Without what differs from one run to the next although the same was done: traces, the build, the machine, how long it took.</summary>
    private static JournalEvent Comparable(JournalEvent happened) => happened switch
    {
        FindingsReceived received => received with { TraceParent = null },
        RetrainRequested requested => requested with { TraceParent = null },
        RestoreRequested requested => requested with { TraceParent = null },
        AcceptRequested requested => requested with { TraceParent = null },
        VersionRegistered registered => registered with { Version = registered.Version with { CodeCommit = "", Runtime = null }, Experiments = Untimed(registered.Experiments) },
        TrainingEnded ended => ended with { Experiments = Untimed(ended.Experiments) },
        _ => happened,
    };

    private static IReadOnlyList<Experiment> Untimed(IReadOnlyList<Experiment> experiments) => [.. experiments.Select(experiment => experiment with { Seconds = null })];

    private static string WordsOf(JournalEvent happened, string type) => happened switch
    {
        Decided { Decision: var decision } => $"decided {decision.Action}{(decision.Gate is { } gate ? $" (gate {gate})" : "")}: {decision.Reason}",
        FindingsReceived received => $"found {string.Join(", ", received.Findings.Select(finding => $"{finding.Kind} ({finding.Feature ?? finding.Detector})"))}",
        FindingsEnded ended => $"{ended.Cleared.Count} findings ended",
        VersionRegistered registered => FormattableString.Invariant($"version {registered.Version.Version} registered ({registered.Version.Trigger}, {registered.Version.Sha256[..12]}; gates: {string.Join(", ", registered.Version.Gates.Select(gate => gate.Passed ? gate.Gate : $"{gate.Gate} failed"))})"),
        Released released => FormattableString.Invariant($"release {released.Change.Sequence}: {released.Change.Stage} version {released.Change.Champion.Version}"),
        ReleaseApplied applied => FormattableString.Invariant($"release {applied.Sequence} serves from row {applied.FromRow}"),
        TrainingEnded ended => $"a training ended without a candidate: {ended.Reason}",
        _ => type,
    };
}
