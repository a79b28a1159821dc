namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>A round of a service that had an effect.</summary>
/// <param name="From">The record of the log that was next after the round before, which had none or had its own.</param>
/// <param name="To">The record that was next after this one.</param>
/// <param name="Mark">Of retraining the last entry of its journal; 0 of others.</param>
public sealed record EffectiveRound(long From, long To, long Mark);
