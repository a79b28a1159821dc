namespace MonitoringDemo.Messages.Retraining;

/// <summary>Command of a person in an emergency: take back what serves, at once, also while releases are frozen.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">Unique to the request; one that comes again counts once.</param>
/// <param name="RequestedBy">Who asked, for the record.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Version">The version to take back: where another serves by then, nothing is done. Null for whichever serves.</param>
/// <param name="To">The version to serve instead; null for the one that served before.</param>
[Command]
public sealed record RollBackRelease(string Model, string UpdateId, string RequestedBy, string Reason, int? Version = null, int? To = null);
