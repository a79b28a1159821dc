namespace MonitoringDemo.Messages.Retraining;

/// <summary>The data's owner has accepted what was found broken, and it stands in the journal: rows are learned from again.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident of the request.</param>
/// <param name="Row">The first row that is learned from again.</param>
/// <param name="Feature">The feature; of a finding about whole rows its detector.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record DataAccepted(string Model, string UpdateId, long Row, string Feature, string RequestedBy, string Reason);
