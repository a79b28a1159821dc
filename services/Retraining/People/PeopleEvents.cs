using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.People;

/// <summary>Marks what the journal says of people; <see cref="PeopleFold"/> knows what each changes.</summary>
internal interface IPeopleEvent;

internal sealed record JudgementRequested(JudgeVersion Command) : JournalEvent, IPeopleEvent;

internal sealed record FreezeRequested(SetFreeze Command) : JournalEvent, IPeopleEvent;

internal sealed record RollBackRequested(RollBackRelease Command) : JournalEvent, IPeopleEvent;

/// <summary>A version passed every gate and waits.</summary>
internal sealed record ApprovalAwaited(WaitingVersion Waiting) : JournalEvent, IPeopleEvent;

/// <summary>One more person said yes.</summary>
internal sealed record ApprovalGiven(string CommandId, int Version, string By, string Reason) : JournalEvent, IPeopleEvent;

/// <summary>A command was answered by what stands beside it, or changes nothing.</summary>
internal sealed record CommandAnswered(string CommandId) : JournalEvent, IPeopleEvent;

internal sealed record ReleasesFrozen(string CommandId, string By, string Reason, DateTimeOffset? Until) : JournalEvent, IPeopleEvent;

/// <param name="CommandId">Null when the freeze came to its end by itself.</param>
internal sealed record ReleasesUnfrozen(string? CommandId) : JournalEvent, IPeopleEvent;
