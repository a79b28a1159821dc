namespace MonitoringDemo.Retraining.Decide;

/// <summary>The training run whose model serves.</summary>
/// <param name="Trigger">What caused it.</param>
/// <param name="SinceRow">The onset of the change it learned.</param>
internal sealed record ServingRun(string Trigger, long SinceRow);
