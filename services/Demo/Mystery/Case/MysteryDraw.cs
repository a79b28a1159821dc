using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Mystery.Case;

/// <summary>Which scenario, and how long until it begins: both follow from the seed.</summary>
internal static class MysteryDraw
{
    private const int SoonestRows = 1_000, LatestRows = 5_000;

    // Each tells by itself what it is: the one by the order that comes with it, the other by the calendar of sixty years; in the third nothing happens.
    private static readonly string[] s_notHidden = ["bad-candidate", "decades", "steady"];

    /// <summary>Those whose truth is one and can be scored: not two at once, and none that needs a run of its own.</summary>
    public static IReadOnlyList<IScenario> Scored { get; } = [.. ScenarioCatalog.Live.Where(scenario => scenario.Manifest.Group != ScenarioGroups.Two)];

    /// <summary>Those that can be hidden.</summary>
    public static IReadOnlyList<IScenario> Pool { get; } = [.. Scored.Where(scenario => !s_notHidden.Contains(scenario.Manifest.Id))];

    public static IScenario Scenario(ulong seed) => Pool[new SplitMix64(SplitMix64.Mix(seed, 1)).NextInt(Pool.Count)];

    public static long RowsUntilOnset(ulong seed) => SoonestRows + new SplitMix64(SplitMix64.Mix(seed, 2)).NextInt(LatestRows - SoonestRows);
}
