using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Releases.Load;

/// <summary>Music that goes from 1960 to 2019 and back, so that there always is something to learn.</summary>
/// <param name="rowsThere">Songs for one way; 0 for a world that stands still.</param>
/// <param name="year">The year in which it stands still.</param>
internal sealed class Seasons(long rowsThere, double year = 1962) : IScenario
{
    private const double FirstYear = 1962, LastYear = 2019;

    public ScenarioManifest Manifest { get; } = new()
    {
        Id = "seasons",
        Title = "There and back",
        WhatToLookFor = "Many releases.",
        RightResponse = DecisionActions.Retrain,
        Onset = 5_000,
        Songs = long.MaxValue,
    };

    public WorldState StateAt(WorldState before, long rowsSinceOnset)
    {
        if (rowsThere == 0) return before with { Year = year };
        var at = rowsSinceOnset % (2 * rowsThere);
        var share = (double)Math.Min(at, (2 * rowsThere) - at) / rowsThere;
        return before with { Year = FirstYear + ((LastYear - FirstYear) * share) };
    }
}
