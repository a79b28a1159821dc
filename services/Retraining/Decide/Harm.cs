namespace MonitoringDemo.Retraining.Decide;

/// <summary>What broken values of a feature do to the champion's answers.</summary>
/// <param name="Importance">The feature's share of what moves the champion's scores; 0 where the model does not read what is broken.</param>
/// <param name="Effect">By how much the broken values move a score, on average.</param>
internal sealed record Harm(double Importance, double Effect);
