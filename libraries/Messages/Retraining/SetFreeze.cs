namespace MonitoringDemo.Messages.Retraining;

/// <summary>Command of a person: release nothing from now on, or release again.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">Unique to the request; one that comes again counts once.</param>
/// <param name="Frozen">True to stop releases, false to let them go on.</param>
/// <param name="RequestedBy">Who asked, for the record.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Until">When the freeze ends by itself; null for one that somebody has to lift.</param>
[Command]
public sealed record SetFreeze(string Model, string UpdateId, bool Frozen, string RequestedBy, string Reason, DateTimeOffset? Until = null);
