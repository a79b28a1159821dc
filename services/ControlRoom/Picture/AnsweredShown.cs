namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>An entry that another one answers; told again here, since it may have left the feed.</summary>
internal sealed record AnsweredShown(string Id, string Title, long Row);
