namespace MonitoringDemo.Messages.Retraining;

/// <summary>Command of the data's owner: what was found broken is well as it is. Its quarantine ends, and present values are the measure from then on.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident this belongs to; unique to the request.</param>
/// <param name="Feature">The feature that a finding names; of a finding about whole rows its detector, for instance <c>duplicates</c>.</param>
/// <param name="RequestedBy">Who asked, for the record.</param>
/// <param name="Reason">Why, in one sentence.</param>
[Command]
public sealed record AcceptData(string Model, string UpdateId, string Feature, string RequestedBy, string Reason);
