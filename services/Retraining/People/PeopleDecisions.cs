using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.People;

/// <summary>An answer to what a person asked, or the end of something that people had begun. It moves no model.</summary>
/// <param name="Action">One of <see cref="DecisionActions"/>.</param>
/// <param name="By">The person; null for an end that came by itself.</param>
/// <param name="Happened">What it changes.</param>
internal sealed record PeopleAnswer(string UpdateId, string Action, string Reason, string? By, IReadOnlyList<JournalEvent> Happened) : Decision(UpdateId, Reason, [])
{
    public string? Gate { get; init; }

    public int? Version { get; init; }

    public int? Missing { get; init; }

    public override bool MovesModel => false;
}

/// <summary>A version that waited is released: people let it out, or releases go on.</summary>
internal sealed record ReleaseWaiting(WaitingVersion Waiting, string Reason) : Decision(Waiting.UpdateId, Reason, []);

/// <summary>A person takes back what serves.</summary>
/// <param name="Command">What was asked.</param>
/// <param name="Version">The version that serves instead.</param>
/// <param name="TakenBack">The version that is taken back: the champion, or a canary.</param>
internal sealed record EmergencyRollBack(RollBackRelease Command, string Reason, int Version, int TakenBack) : Decision(Command.UpdateId, Reason, []);
