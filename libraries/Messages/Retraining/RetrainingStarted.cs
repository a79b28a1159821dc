namespace MonitoringDemo.Messages.Retraining;

/// <summary>A training run began.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident.</param>
/// <param name="Row">One past the last row read when it began.</param>
/// <param name="Trigger">seed, data, performance, challenger, code, staleness or manual.</param>
public sealed record RetrainingStarted(string Model, string UpdateId, long Row, string Trigger);
