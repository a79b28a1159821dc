namespace MonitoringDemo.LiveStory.Playing;

/// <summary>A version in the page's strip.</summary>
internal sealed record PageVersion(int Version, string Status);
