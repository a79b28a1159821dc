namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>The release that an entry led to at once.</summary>
/// <param name="Sequence">Counts the releases; a marker of the chart has the same in its id.</param>
/// <param name="Version">The version that serves since.</param>
internal sealed record ServedShown(long Sequence, int Version);
