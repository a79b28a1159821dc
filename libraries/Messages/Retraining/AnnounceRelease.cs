namespace MonitoringDemo.Messages.Retraining;

/// <summary>Command: publish the current <see cref="ReleaseChanged"/> again, for an inference service that starts without a model.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="RequestedBy">The service instance that asks.</param>
[Command]
public sealed record AnnounceRelease(string Model, string RequestedBy);
