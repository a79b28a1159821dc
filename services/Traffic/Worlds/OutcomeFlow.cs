namespace MonitoringDemo.Traffic.Worlds;

/// <summary>How outcomes come.</summary>
/// <param name="Delay">Songs served after a song before its outcome is known.</param>
/// <param name="NeverShare">The share of outcomes that never come, 0 to 1; which ones is decided by seed and row.</param>
public sealed record OutcomeFlow(int Delay = 200, double NeverShare = 0.05);
