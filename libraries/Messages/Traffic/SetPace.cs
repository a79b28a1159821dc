namespace MonitoringDemo.Messages.Traffic;

/// <summary>Command: how fast songs arrive.</summary>
/// <param name="SongsPerSecond">0 pauses; at most 100,000.</param>
[Command]
public sealed record SetPace(double SongsPerSecond);
