using System.Collections.Immutable;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Retire;

/// <summary>Which versions are on their way out of use, as the journal tells it.</summary>
internal sealed record RetirementState
{
    public static RetirementState Empty { get; } = new();

    /// <summary>The last move of each version that ever moved.</summary>
    public ImmutableSortedDictionary<int, VersionRetired> Moves { get; init; } = ImmutableSortedDictionary<int, VersionRetired>.Empty;

    /// <summary>When each version was registered, or was last in use.</summary>
    public ImmutableDictionary<int, DateTimeOffset> NeededAt { get; init; } = ImmutableDictionary<int, DateTimeOffset>.Empty;

    /// <summary>Requests of people that no step has answered yet.</summary>
    public ImmutableList<RetireVersion> Commands { get; init; } = [];

    /// <summary>How many moves there were.</summary>
    public long Count { get; init; }

    /// <summary>The stage of a version.</summary>
    public string StageOf(int version) => Moves.TryGetValue(version, out var move) ? move.Stage : VersionStages.Active;

    /// <summary>The move that took it out of use; null for one that is active.</summary>
    public VersionRetired? Of(int version) => Moves.TryGetValue(version, out var move) && move.Stage != VersionStages.Active ? move : null;

    public bool IsActive(int version) => StageOf(version) == VersionStages.Active;

    public bool IsDeleted(int version) => StageOf(version) == VersionStages.Deleted;
}
