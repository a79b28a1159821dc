using System.Collections.Immutable;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Privacy;
using MonitoringDemo.Retraining.Retire;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Register;

/// <summary>Everything the registry knows: the fold of its journal. Immutable, so that requests read it while the pump goes on.</summary>
internal sealed record RegistryState
{
    public static RegistryState Empty { get; } = new();

    public ImmutableList<VersionRecord> Versions { get; init; } = [];

    public ImmutableList<Experiment> Experiments { get; init; } = [];

    public ImmutableList<DecisionMade> Decisions { get; init; } = [];

    public ImmutableSortedDictionary<string, Incident> Incidents { get; init; } = ImmutableSortedDictionary.Create<string, Incident>(StringComparer.Ordinal);

    public ImmutableList<QuarantinedRows> Quarantines { get; init; } = [];

    /// <summary>Data-quality findings that no decision has answered yet.</summary>
    public ImmutableList<BrokenData> Unanswered { get; init; } = [];

    /// <summary>Data-quality findings that hold and do the champion no harm: their rows are learned from.</summary>
    public ImmutableList<BrokenData> Harmless { get; init; } = [];

    /// <summary>Findings whose end came in before they did: a bus keeps no order, and one row can bring both. By their id.</summary>
    public ImmutableDictionary<string, ClearedFinding> EndedFirst { get; init; } = ImmutableDictionary.Create<string, ClearedFinding>(StringComparer.Ordinal);

    /// <summary>What was received before: findings, commands, loads. A message that comes twice changes nothing.</summary>
    public ImmutableHashSet<string> Known { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The release in force; null before the first model.</summary>
    public Released? Release { get; init; }

    /// <summary>The row at which the canary under way began to answer; null where there is none.</summary>
    public long? CanarySince { get; init; }

    /// <summary>One past the last row that had been read when every process that serves was known to serve the release in force; null while one does not.</summary>
    public long? ServedSince { get; init; }

    /// <summary>A run that was decided and has not ended.</summary>
    public TrainingOrder? Pending { get; init; }

    /// <summary>A release that inference refused and nobody has answered yet.</summary>
    public ReleaseRefused? Refused { get; init; }

    /// <summary>What the candidates made of rows that never change, when that was last noted; null for a registry from before it was kept.</summary>
    public IReadOnlyDictionary<string, string>? TrainingCode { get; init; }

    /// <summary>A change of it that no run has answered yet.</summary>
    public TrainingCodeChanged? CodeChange { get; init; }

    public ImmutableList<RetrainModel> RetrainCommands { get; init; } = [];

    public ImmutableList<RestoreModel> RestoreCommands { get; init; } = [];

    public ImmutableList<AcceptData> AcceptCommands { get; init; } = [];

    /// <summary>What people asked, and what waits for them.</summary>
    public PeopleState People { get; init; } = PeopleState.Empty;

    /// <summary>Versions on their way out of use.</summary>
    public RetirementState Retirement { get; init; } = RetirementState.Empty;

    /// <summary>Rows that were erased, oldest erasure first.</summary>
    public ImmutableList<RowsErased> Erasures { get; init; } = [];

    public long LastMoveRow { get; init; } = long.MinValue / 2;

    public ImmutableList<long> RunRows { get; init; } = [];

    /// <summary>When the champion was promoted; null before the first.</summary>
    public DateTimeOffset? PromotedAt { get; init; }

    public VersionRecord? Champion => Release is null ? null : Version(Release.Change.Champion.Version);

    public int? ShadowVersion => Release?.Change.Shadow?.Version;

    public VersionRecord Version(int version) => Versions[version - 1];

    /// <summary>It served once, was never rejected, and is not on its way out of use.</summary>
    public bool MayServeAgain(int version) => Version(version) is { PromotedAtRow: not null, RejectedBecause: null } && Retirement.IsActive(version);

    public Incident Incident(string updateId) => Incidents.TryGetValue(updateId, out var incident) ? incident : new Incident(new Decide.IncidentState(updateId));

    public RegistryState With(Incident incident) => this with { Incidents = Incidents.SetItem(incident.State.UpdateId, incident) };

    /// <summary>Nothing is left of what it said.</summary>
    public bool IsErased(long row) => !Erasures.IsEmpty && Erasures.Exists(erased => RowSpan.Hold(erased.Spans, row));

    /// <summary>It is not learned from, and counts in no test.</summary>
    public bool IsQuarantined(long row)
    {
        if (IsErased(row)) return true;
        if (Quarantines.IsEmpty) return false;
        foreach (var range in Quarantines)
        {
            if (row >= range.From && (range.To is null || row < range.To)) return true;
        }

        return false;
    }
}
