namespace MonitoringDemo.LiveStory.Playing;

/// <summary>A line of the page's feed.</summary>
internal sealed record PageEntry(string Id, long Row, string Kind, string Title, string Text, string? UpdateId, long? EndedAtRow);
