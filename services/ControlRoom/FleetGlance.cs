namespace MonitoringDemo.ControlRoom;

/// <summary>A fleet in a few numbers.</summary>
/// <param name="Row">One past the newest row that anybody spoke of.</param>
/// <param name="ChampionVersion">The version that serves; 0 until one is known.</param>
/// <param name="SongsPerSecond">The pace that is set, 0 while paused; null until the traffic has said.</param>
/// <param name="OpenAlerts">How many alerts are open.</param>
/// <param name="Accuracy">The share of the newest outcomes, 300 of them or more, that the fleet answered right; null before the first.</param>
/// <param name="StaticAccuracy">The same of the first model, which is never updated.</param>
/// <param name="Scenario">The title of the scenario that runs openly; null when none does.</param>
/// <param name="Feed">The newest lines of the feed, newest first.</param>
/// <param name="AccuracyOverRows">The shares that the fleet answered right in the newest stretches of 100 rows, oldest first.</param>
public sealed record FleetGlance(
    long Row,
    int ChampionVersion,
    double? SongsPerSecond,
    int OpenAlerts,
    double? Accuracy,
    double? StaticAccuracy,
    string? Scenario,
    IReadOnlyList<FleetGlanceLine> Feed,
    IReadOnlyList<double> AccuracyOverRows);
