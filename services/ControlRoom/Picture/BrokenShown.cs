namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>Broken data that still come.</summary>
/// <param name="Id">The finding.</param>
/// <param name="Feature">The input concerned; null for whole rows.</param>
/// <param name="SinceRow">The first broken row.</param>
/// <param name="What">The check that spoke.</param>
internal sealed record BrokenShown(string Id, string? Feature, long SinceRow, string What);
