using MonitoringDemo.Demo.Mystery.Case;

namespace MonitoringDemo.Demo.Mystery.Scripts;

/// <summary>What three teams of habit get for one scenario: the score is worth something only where these are far apart.</summary>
/// <param name="ScenarioId">Which scenario.</param>
/// <param name="Perfect">Of a team that answers the truth and leaves the fleet alone.</param>
/// <param name="DoNothing">Of a team that says and does nothing.</param>
/// <param name="RetrainAlways">Of a team that says "retrain", whatever happens, and orders trainings.</param>
internal sealed record ScriptScores(string ScenarioId, MysteryResult Perfect, MysteryResult DoNothing, MysteryResult RetrainAlways)
{
    public const double PerfectAtLeast = 95, DoNothingAtMost = 20, RetrainAlwaysBelow = 50;

    /// <summary>Whether all three are where they have to be.</summary>
    public bool AreRight => Perfect.Score.Total >= PerfectAtLeast && DoNothing.Score.Total <= DoNothingAtMost && RetrainAlways.Score.Total < RetrainAlwaysBelow;
}
