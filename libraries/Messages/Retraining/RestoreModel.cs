namespace MonitoringDemo.Messages.Retraining;

/// <summary>Command: serve an archived version again, without training.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident this belongs to; unique to the request.</param>
/// <param name="Version">The version to restore; it must be in the registry and must not have been rejected.</param>
/// <param name="RequestedBy">Who asked, for the record.</param>
/// <param name="Reason">Why, in one sentence.</param>
[Command]
public sealed record RestoreModel(string Model, string UpdateId, int Version, string RequestedBy, string Reason);
