namespace MonitoringDemo.Inference.RecordOutcomes;

/// <summary>The answer to <c>POST /v1/outcomes</c>.</summary>
/// <param name="Accepted">Predictions whose first outcome this was; of another replica's, all of them: which was the first is told where the logs are merged.</param>
/// <param name="Duplicates">Predictions whose outcome was known already; the first label stays.</param>
internal sealed record OutcomeReply(int Accepted, int Duplicates);
