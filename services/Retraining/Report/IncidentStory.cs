using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.Time;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Report;

/// <summary>What the journal says about one incident, in order.</summary>
internal sealed class IncidentStory
{
    private readonly List<JournalEntry> _entries;
    private readonly RegistryState _state;

    private IncidentStory(string id, List<JournalEntry> entries, RegistryState state)
    {
        (Id, _entries, _state) = (id, entries, state);
        var ended = Of<FindingsEnded>().SelectMany(entry => entry.What.Cleared).GroupBy(cleared => cleared.FindingId).ToDictionary(end => end.Key, end => end.First().EndedAtRow);
        Found = [.. Of<FindingsReceived>().SelectMany(entry => entry.What.Findings.Select(finding => new FoundEntry(finding, entry.Time, ended.TryGetValue(finding.Id, out var row) ? row : null))).DistinctBy(found => found.Finding.Id)];
    }

    public string Id { get; }

    /// <summary>What was found, oldest first; nothing when a person asked for it.</summary>
    public IReadOnlyList<FoundEntry> Found { get; }

    public IReadOnlyList<(Decided What, long Row, DateTimeOffset Time)> Decisions => [.. Of<Decided>()];

    public IReadOnlyList<(Released What, long Row, DateTimeOffset Time)> Releases => [.. Of<Released>()];

    /// <summary>Changes of what is served, with the first row of each.</summary>
    public IReadOnlyList<(int Version, long FromRow, string Stage, DateTimeOffset Time)> Served =>
        [.. Of<ReleaseApplied>().Select(entry => (entry.What.ChampionVersion, entry.What.FromRow, StageOf(entry.What.Sequence), entry.Time)).Where(served => served.Item3 is ReleaseStages.Promoted or ReleaseStages.Restored or ReleaseStages.RolledBack)];

    /// <summary>As they stand now: also whether a gate or a shadow's end has rejected them since.</summary>
    public IReadOnlyList<VersionRecord> Versions => [.. _state.Versions.Where(version => version.UpdateId == Id)];

    public IReadOnlyList<ExperimentView> Experiments => [.. ExperimentView.All(_state).Where(experiment => experiment.UpdateId == Id)];

    public IReadOnlyList<(TrainingEnded What, long Row, DateTimeOffset Time)> Failed => [.. Of<TrainingEnded>()];

    public string Model => _state.Release?.Change.Model ?? Decisions.Select(decision => decision.What.Decision.Model).FirstOrDefault() ?? "no model yet";

    /// <summary>The estimated first row of what was found; null when nothing was.</summary>
    public long? Onset => Found.Count == 0 ? null : Found.Min(found => found.Finding.Onset);

    public long? FoundAt => Found.Count == 0 ? null : Found.Min(found => found.Finding.Row);

    /// <summary>The row at which the last finding ended; null while one holds.</summary>
    public long? EndedAt => Found.Count == 0 || Found.Any(found => found.EndedAtRow is null) ? null : Found.Max(found => found.EndedAtRow);

    public long FirstRow => Math.Min(Onset ?? long.MaxValue, _entries[0].Row);

    public long LastRow => Math.Max(EndedAt ?? 0, _entries[^1].Row);

    public long FirstSeq => _entries[0].Seq;

    public long LastSeq => _entries[^1].Seq;

    /// <summary>False where the clock was made of rows, a second each.</summary>
    public bool HasRealTimes => _entries.Any(entry => entry.Time > LockstepClock.Start.AddSeconds(entry.Row).AddDays(1));

    public IncidentLine Line => new(Id, _entries[0].Row, What, [.. Decisions.Select(decision => decision.What.Decision.Action).Distinct()], [.. Served.Select(served => served.Version).Distinct()], Found.Any(found => found.EndedAtRow is null));

    /// <summary>What it began with.</summary>
    public string What => Found.Count > 0
        ? string.Join(", ", Found.GroupBy(found => found.Finding.Kind).Select(kind => $"{Words.Kind(kind.Key)}{Features(kind)}"))
        : Of<RetrainRequested>().Select(entry => "a training was ordered")
            .Concat(Of<RestoreRequested>().Select(entry => "an older version was asked for"))
            .Concat(Of<AcceptRequested>().Select(entry => "values were declared normal"))
            .Append(Versions is [{ Trigger: "seed" }, ..] ? "the first model" : "training anew")
            .First();

    public static IReadOnlyList<IncidentStory> All(IJournal journal)
    {
        var entries = JournalEntry.In(journal).ToList();
        var state = entries.Aggregate(RegistryState.Empty, RegistryFold.Apply);
        var findings = entries.Select(entry => entry.Happened).OfType<FindingsReceived>().SelectMany(received => received.Findings.Select(finding => (finding.Id, received.UpdateId))).DistinctBy(finding => finding.Id).ToDictionary();
        return [.. entries.GroupBy(entry => Belongs(entry.Happened, state, findings)).Where(group => group.Key is not null).Select(group => new IncidentStory(group.Key!, [.. group], state))];
    }

    private static string? Belongs(JournalEvent happened, RegistryState state, Dictionary<string, string> findings) => happened switch
    {
        FindingsReceived received => received.UpdateId,
        FindingsEnded ended => ended.UpdateId,
        RetrainRequested requested => requested.Command.UpdateId,
        RestoreRequested requested => requested.Command.UpdateId,
        AcceptRequested requested => requested.Command.UpdateId,
        QuarantineLifted lifted => lifted.Accepted.UpdateId,
        ReleaseApplied applied => applied.UpdateId,
        ReleaseRefused refused => refused.UpdateId,
        Decided decided => decided.Decision.UpdateId,
        QuarantineOpened opened => findings.GetValueOrDefault(opened.FindingId),
        TrainingRequested requested => requested.Order.UpdateId,
        TrainingEnded ended => ended.UpdateId,
        VersionRegistered registered => registered.Version.UpdateId,
        VersionRejected rejected => state.Version(rejected.Version).UpdateId,
        Released released => released.Change.UpdateId,
        _ => null,
    };

    private static string Features(IEnumerable<FoundEntry> found)
    {
        var names = found.Select(each => each.Finding.Feature).OfType<string>().Distinct().ToList();
        return names.Count switch { 0 => "", <= 3 => $": {string.Join(", ", names)}", _ => $": {string.Join(", ", names.Take(2))} and {names.Count - 2} more" };
    }

    private string StageOf(long sequence) => Of<Released>().Select(entry => entry.What.Change).FirstOrDefault(change => change.Sequence == sequence)?.Stage ?? "";

    private IEnumerable<(T What, long Row, DateTimeOffset Time)> Of<T>()
        where T : JournalEvent => _entries.Where(entry => entry.Happened is T).Select(entry => ((T)entry.Happened, entry.Row, entry.Time));
}
