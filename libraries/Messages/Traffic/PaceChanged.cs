namespace MonitoringDemo.Messages.Traffic;

/// <summary>Songs arrive at another pace now.</summary>
/// <param name="SongsPerSecond">0 while paused.</param>
/// <param name="Row">The next row.</param>
public sealed record PaceChanged(double SongsPerSecond, long Row);
