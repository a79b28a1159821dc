namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>The end of a line that is not in the feed: perhaps it is still under way, since the bus keeps no order.</summary>
/// <param name="Id">The key of the line.</param>
/// <param name="Row">The row at which it stopped to hold.</param>
internal sealed record EndedLine(string Id, long Row);
