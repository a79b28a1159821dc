namespace MonitoringDemo.LiveStory.Playing;

/// <summary>The scenario that the page names.</summary>
internal sealed record PageScenario(string Id, long OnsetRow, long? EndedAtRow);
