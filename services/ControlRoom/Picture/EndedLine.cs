namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>The end of something that is not in the feed: perhaps it is still under way, since the bus keeps no order.</summary>
/// <param name="Id">The key of the finding or alert.</param>
/// <param name="Row">The row at which it stopped to hold.</param>
/// <param name="Why">What ended it, where that was said.</param>
internal sealed record EndedLine(string Id, long Row, string? Why = null);
