namespace MonitoringDemo.LiveStory.Playing;

/// <summary>What <c>GET /v1/traffic</c> says of the world.</summary>
internal sealed record WorldShown(long Row, double Year, bool TasteInverted);
