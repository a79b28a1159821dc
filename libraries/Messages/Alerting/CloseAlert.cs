namespace MonitoringDemo.Messages.Alerting;

/// <summary>Command: a person has seen to an open alert; it is resolved by hand.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="AlertId">The alert; one that is not open is left as it is.</param>
/// <param name="RequestedBy">Who asked, for the record.</param>
[Command]
public sealed record CloseAlert(string Model, string AlertId, string RequestedBy);
