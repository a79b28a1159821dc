namespace MonitoringDemo.Messages.Retraining;

/// <summary>Command: train a candidate now and put it through every gate.</summary>
/// <param name="Model">The model to train.</param>
/// <param name="UpdateId">The incident this run belongs to; unique to the request.</param>
/// <param name="RequestedBy">Who asked, for the record.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Trainer">A trainer's name, or null for the configured one. Drill trainers are refused unless drills are allowed.</param>
[Command]
public sealed record RetrainModel(string Model, string UpdateId, string RequestedBy, string Reason, string? Trainer = null);
