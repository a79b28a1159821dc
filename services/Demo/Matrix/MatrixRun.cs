using System.Collections.Concurrent;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Matrix;

/// <summary>Plays scenarios with seeds, several at a time; what comes of each depends on its scenario and seed alone.</summary>
/// <param name="Scenarios">Which, in the order of the table.</param>
/// <param name="Seeds">Seeds 1 to this one.</param>
/// <param name="Step">Songs between two drains.</param>
/// <param name="AtOnce">How many fleets play at the same time.</param>
internal sealed record MatrixRun(IReadOnlyList<IScenario> Scenarios, int Seeds, int Step, int AtOnce)
{
    /// <summary>Whether a schedule plays beside each.</summary>
    public bool WithSchedule { get; init; }

    /// <returns>In the order of the scenarios, then of the seeds.</returns>
    public async Task<IReadOnlyList<MatrixCell>> PlayAsync(Action<MatrixCell> onDone, CancellationToken cancellation)
    {
        var cells = new ConcurrentDictionary<(int Scenario, int Seed), MatrixCell>();
        var all = from scenario in Enumerable.Range(0, Scenarios.Count) from seed in Enumerable.Range(1, Seeds) select (scenario, seed);
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (which, stop) =>
        {
            var cell = cells[which] = await PlayAsync(Scenarios[which.scenario], (ulong)which.seed, stop);
            lock (cells) onDone(cell);
        });
        return [.. cells.OrderBy(cell => cell.Key).Select(cell => cell.Value)];
    }

    private async Task<MatrixCell> PlayAsync(IScenario scenario, ulong seed, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        var settings = new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true) { Seed = seed };
        var (report, facts) = await new ScenarioRun(scenario, scenario.Manifest, seed, Step).PlayAndTellAsync(settings, static _ => { }, cancellation);
        var cell = MatrixCell.Of(scenario.Manifest, report, facts);
        return WithSchedule ? cell with { Schedule = ScheduledTwin.Play(SongWorld.Of(scenario, scenario.Manifest, seed), scenario.Manifest, seed) } : cell;
    }
}
