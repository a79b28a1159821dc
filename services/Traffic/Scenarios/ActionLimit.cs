namespace MonitoringDemo.Traffic.Scenarios;

/// <summary>An action that is tolerated, but seldom.</summary>
/// <param name="Action">The action (see <c>DecisionActions</c>).</param>
/// <param name="AtMost">How often it may occur in <paramref name="Runs"/> runs taken together; a single run is held to the same number.</param>
/// <param name="Runs">Over how many runs with different seeds.</param>
public sealed record ActionLimit(string Action, int AtMost, int Runs = 1);
