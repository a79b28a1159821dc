using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Demo.WhatIf;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Matrix;

/// <summary>Plays scenarios undisturbed, and then again without each part that had something to say: without any other they come out the same.</summary>
/// <param name="Scenarios">Which.</param>
/// <param name="Seeds">Seeds 1 to this one.</param>
/// <param name="Step">Songs between two drains.</param>
/// <param name="AtOnce">How many fleets play at the same time.</param>
/// <param name="Only">The parts to switch off; none for all.</param>
internal sealed record AblationRun(IReadOnlyList<IScenario> Scenarios, int Seeds, int Step, int AtOnce, IReadOnlyList<string> Only)
{
    /// <summary>What was played before, and where results go.</summary>
    public AblationCells Cells { get; init; } = new(null);

    /// <returns>In the order of the scenarios, then of the seeds, the undisturbed run before the others.</returns>
    public async Task<IReadOnlyList<AblationCell>> PlayAsync(Action<AblationCell> onDone, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        var runs = (from scenario in Scenarios from seed in Enumerable.Range(1, Seeds) select (Scenario: scenario, Seed: (ulong)seed)).ToList();
        await Parallel.ForEachAsync(runs, options, async (run, stop) => await DoneAsync(run.Scenario, run.Seed, "", onDone, stop));
        var disturbed = runs.SelectMany(run => Parts(Cells.Find(run.Scenario.Manifest.Id, run.Seed, "")!).Select(part => (run.Scenario, run.Seed, Part: part))).ToList();
        await Parallel.ForEachAsync(disturbed, options, async (run, stop) => await DoneAsync(run.Scenario, run.Seed, run.Part, onDone, stop));
        return [.. runs.SelectMany(run => Parts(Cells.Find(run.Scenario.Manifest.Id, run.Seed, "")!).Prepend("").Select(part => Cells.Find(run.Scenario.Manifest.Id, run.Seed, part)!))];
    }

    private IEnumerable<string> Parts(AblationCell undisturbed) => undisturbed.Used.Where(part => Only.Count == 0 || Only.Contains(part));

    private async Task DoneAsync(IScenario scenario, ulong seed, string part, Action<AblationCell> onDone, CancellationToken cancellation)
    {
        if (Cells.Find(scenario.Manifest.Id, seed, part) is not null) return;
        var cell = await PlayAsync(scenario, seed, part, cancellation);
        Cells.Add(cell);
        lock (Cells) onDone(cell);
    }

    private async Task<AblationCell> PlayAsync(IScenario scenario, ulong seed, string part, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        var used = new PartsUsed();
        var settings = new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true)
        {
            Seed = seed,
            Options = part.Length == 0 ? new Dictionary<string, string?>() : WhatIfChanges.Of(new Dictionary<string, string?>(), [], [part], []).Settings,
            Services = services => services.AddSingleton(used),
        };
        var (report, facts) = await new ScenarioRun(scenario, scenario.Manifest, seed, Step).PlayAndTellAsync(settings, static _ => { }, cancellation);
        var cell = MatrixCell.Of(scenario.Manifest, report, facts);
        IReadOnlyList<string> parts = [.. used.Rows.Select(row => $"policy:{row}"), .. used.Gates.Select(gate => $"gate:{gate}"), .. report.Findings.Select(finding => $"detector:{finding.Detector}").Distinct().Order(StringComparer.Ordinal)];
        return new AblationCell(scenario.Manifest.Id, seed, part, cell.IsRight, cell.Why, cell.GainedOverStatic, cell.FalseActions, part.Length == 0 ? parts : []);
    }
}
