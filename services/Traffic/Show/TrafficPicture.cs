namespace MonitoringDemo.Traffic.Show;

/// <summary>The answer of <c>GET /v1/traffic</c>.</summary>
/// <param name="Row">The next song.</param>
/// <param name="SongsPerSecond">0 while paused.</param>
/// <param name="Seed">Decides every song.</param>
/// <param name="Year">The year whose songs are played.</param>
/// <param name="TasteInverted">Whether the audience likes what it used to dislike.</param>
/// <param name="Scenario">The running scenario; null when none runs.</param>
internal sealed record TrafficPicture(long Row, double SongsPerSecond, ulong Seed, double Year, bool TasteInverted, RunningScenario? Scenario);
