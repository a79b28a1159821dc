namespace MonitoringDemo.LiveStory.Playing;

/// <summary>An alert as <c>GET /v1/alerts</c> tells it.</summary>
internal sealed record AlertShown(string AlertId, string Name, string Summary, long RaisedAtRow, long? ResolvedAtRow, string? Resolution);
