namespace MonitoringDemo.Messages.Retraining;

/// <summary>Command of a person: a version that waits for people may be released, or must not be.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">Unique to the request; one that comes again counts once.</param>
/// <param name="Version">The version that waits.</param>
/// <param name="Approves">Whether it may be released.</param>
/// <param name="RequestedBy">The person's name, as whoever took the request knows it from the token.</param>
/// <param name="Reason">Why, in one sentence.</param>
[Command]
public sealed record JudgeVersion(string Model, string UpdateId, int Version, bool Approves, string RequestedBy, string Reason);
