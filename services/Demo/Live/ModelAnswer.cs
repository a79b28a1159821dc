namespace MonitoringDemo.Demo.Live;

/// <summary>What the live demo takes from <c>GET /v1/model</c>.</summary>
internal sealed record ModelAnswer(long NextRow);
