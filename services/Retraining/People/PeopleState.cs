using System.Collections.Immutable;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.People;

/// <summary>What people asked and said, as the journal tells it, and what waits for them.</summary>
internal sealed record PeopleState
{
    public static PeopleState Empty { get; } = new();

    /// <summary>Versions that passed every gate and wait, oldest first.</summary>
    public ImmutableList<WaitingVersion> Waiting { get; init; } = [];

    /// <summary>Who approved, by version; it stays when the version is released or refused.</summary>
    public ImmutableDictionary<int, ImmutableList<Approval>> Approvals { get; init; } = ImmutableDictionary<int, ImmutableList<Approval>>.Empty;

    /// <summary>Null while releases go on.</summary>
    public FreezeInForce? Freeze { get; init; }

    /// <summary>Who asked for a training, by its incident.</summary>
    public ImmutableDictionary<string, string> AskedBy { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The champions, in the order in which they came.</summary>
    public ImmutableList<int> Champions { get; init; } = [];

    public ImmutableList<JudgeVersion> Judgements { get; init; } = [];

    public ImmutableList<SetFreeze> FreezeCommands { get; init; } = [];

    public ImmutableList<RollBackRelease> RollBackCommands { get; init; } = [];

    /// <summary>Who approved a version.</summary>
    public ImmutableList<Approval> ApprovalsOf(int version) => Approvals.GetValueOrDefault(version) ?? [];

    /// <summary>How many people still have to approve.</summary>
    public int Missing(WaitingVersion waiting) => Math.Max(0, waiting.Needed - ApprovalsOf(waiting.Version).Count);

    /// <summary>Drops a command that was answered.</summary>
    public PeopleState Answered(string commandId) => this with
    {
        Judgements = Judgements.RemoveAll(command => command.UpdateId == commandId),
        FreezeCommands = FreezeCommands.RemoveAll(command => command.UpdateId == commandId),
        RollBackCommands = RollBackCommands.RemoveAll(command => command.UpdateId == commandId),
    };
}
