using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Live;

/// <summary>An era as it is stored.</summary>
/// <param name="FromRow">Its first row.</param>
/// <param name="ScenarioId">Whose songs they are.</param>
/// <param name="Before">The state in which the scenario found the world.</param>
/// <param name="Running">True for a scenario; false for the steady traffic after one.</param>
internal sealed record SavedEra(long FromRow, string ScenarioId, WorldState Before, bool Running)
{
    /// <summary>Whether nobody is told of it: of a secret scenario, and of the steady traffic after one.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The first row after the scenario, if nobody ends it sooner.</summary>
    public long EndRow => Running && ScenarioCatalog.TryGet(ScenarioId)?.Manifest is { } manifest
        ? FromRow + manifest.Songs - manifest.Onset
        : long.MaxValue;

    // A scenario that this build no longer knows plays on as steady songs of the state it was found in.
    public Era ToEra() => new(FromRow, ScenarioCatalog.TryGet(ScenarioId) ?? new Steady(), Before);
}
