using System.Globalization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Report;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>Plays one scenario in lockstep and judges it.</summary>
/// <param name="Scenario">What happens.</param>
/// <param name="Manifest">Its manifest, or that over another number of songs.</param>
/// <param name="Seed">Decides everything random.</param>
/// <param name="Step">Songs between two drains.</param>
internal sealed record ScenarioRun(IScenario Scenario, ScenarioManifest Manifest, ulong Seed, int Step)
{
    private const string Nothing = "none";

    public async Task<RunReport> PlayAsync(FleetSettings settings, Action<long> onProgress, CancellationToken cancellation) =>
        (await PlayAndTellAsync(settings, onProgress, cancellation)).Report;

    /// <summary>The same, with what the verdict was made of.</summary>
    public async Task<(RunReport Report, RunFacts Facts)> PlayAndTellAsync(FleetSettings settings, Action<long> onProgress, CancellationToken cancellation)
    {
        var world = SongWorld.Of(Scenario, Manifest, Seed);
        var model = ModelSlot.Of(settings.Options.GetValueOrDefault(ModelSlot.Setting)).Model;
        IReadOnlyList<RetrainModel> commands = Scenario.CommandsAtOnset(model, Manifest.Onset);
        var plan = new LockstepPlan(world, Seed.ToString(CultureInfo.InvariantCulture), Manifest.WarmUp, Step, Manifest.Onset, commands)
        {
            Deployment = Scenario.Deployed.Count == 0 ? null : new Deployment(Manifest.Onset, Scenario.Deployed),
        };
        using var run = await LockstepFleet.PlayAsync(settings with { Options = Over(Scenario.Settings, settings.Options) }, plan, onProgress, cancellation);
        return Judge(ReportBuilder.Build(Manifest.Id, Seed, run), run, world, new DataDirectory(settings.DataDirectory));
    }

    private static Dictionary<string, string?> Over(IReadOnlyDictionary<string, string?> scenario, IReadOnlyDictionary<string, string?> options)
    {
        var settings = new Dictionary<string, string?>(scenario, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in options) settings[key] = value;
        return settings;
    }

    private (RunReport Report, RunFacts Facts) Judge(RunReport report, PlayedRun run, SongWorld world, DataDirectory data)
    {
        var (onset, end) = (Manifest.Onset, Manifest.Songs);
        var (oracle, fleet) = Oracle.Compare(world, Manifest, run, Seed);
        var facts = new RunFacts(
            run.Rows.Between(Manifest.WarmUp, onset),
            run.Rows.Between(onset, end),
            Manifest.MendRow + Manifest.Budget.NormalWithinOfMend is { } normal ? run.Rows.Between(normal, end) : null,
            fleet,
            oracle,
            new FindingOrder(run.Messages.Findings).ClearedAt(run.Messages.Cleared),
            BrokenRowsTrainedOn(report, data),
            [.. run.Messages.Alerts.Select(a => a.Row)],
            run.Rows.FirstFailure,
            run.UnknownColumns);
        var verdict = VerdictRule.Judge(Manifest, report, facts);
        var happens = Manifest.RightResponse != Nothing;
        var judged = report with
        {
            Truth = new ReportTruth(happens ? onset : null, Manifest.RightResponse),
            DelayRows = happens ? verdict.DelayRows : null,
            RecoveryRows = happens ? Recovery.RowsUntilBack(report.Accuracy.Blocks, onset) : null,
            Verdict = verdict.Word,
            Why = verdict.Why,
        };
        return (judged, facts);
    }

    private long BrokenRowsTrainedOn(RunReport report, DataDirectory data)
    {
        if (!Manifest.Budget.NoBrokenRowTrainedOn || Manifest.MendRow is not { } mend)
            return 0;

        var snapshots = new Snapshots(Stores.Blobs(data));
        long broken = 0;
        foreach (var sha256 in report.Models.Select(m => m.DatasetSha256).Distinct())
        {
            foreach (var row in snapshots.Read(sha256).RowNumbers)
                broken += row >= Manifest.Onset + Manifest.BreaksAfter && row < mend ? 1 : 0;
        }

        return broken;
    }
}
