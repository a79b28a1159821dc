namespace MonitoringDemo.Inference.Serving;

/// <summary>What became of the outcomes of one request.</summary>
/// <param name="Accepted">Rows whose first outcome this was, and rows of other replicas.</param>
/// <param name="Duplicates">Rows whose outcome was known already.</param>
/// <param name="Delay">The time from the first accepted row's prediction, where that is still known.</param>
internal sealed record OutcomeReceipt(int Accepted, int Duplicates, TimeSpan? Delay);
