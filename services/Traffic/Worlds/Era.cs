using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Traffic.Worlds;

/// <summary>A stretch of the stream that one scenario makes, until the next era begins.</summary>
/// <param name="FromRow">Its first row: the onset.</param>
/// <param name="Scenario">What happens.</param>
/// <param name="Before">The state in which it found the world.</param>
internal sealed record Era(long FromRow, IScenario Scenario, WorldState Before)
{
    public WorldState StateAt(long row) => Scenario.StateAt(Before, row - FromRow);
}
