using MonitoringDemo.Demo.Report;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Matrix;

/// <summary>What came of one scenario with one seed.</summary>
/// <param name="Manifest">What should have come of it.</param>
/// <param name="Seed">Which songs.</param>
/// <param name="FoundBy">The kind and detector of the first finding from the onset on, for instance <c>data-drift (loudness)</c>; empty when there was none.</param>
/// <param name="FoundAfter">Rows from the onset to that finding; null when there was none.</param>
/// <param name="Response">The different actions from the onset on, in the order of their first time.</param>
/// <param name="RespondedAfter">Rows from the onset to the first of the right actions; null when it never came, or none is right.</param>
/// <param name="IsRight">Whether the verdict is pass.</param>
/// <param name="Why">The verdict in one sentence.</param>
/// <param name="GainedOverStatic">Rows of a hundred from the onset on that the fleet answered right beyond the static twin; negative where doing nothing would have been better.</param>
/// <param name="LostToOracle">The same that an oracle answered right beyond the fleet, once recovery is due; null where the manifest asks for none.</param>
/// <param name="FalseActions">Decisions that move, keep out or hold before the onset, forbidden ones at any time, and promotions beyond what is right.</param>
/// <param name="Trainings">Training runs, the first model's among them.</param>
internal sealed record MatrixCell(
    ScenarioManifest Manifest,
    ulong Seed,
    string FoundBy,
    long? FoundAfter,
    IReadOnlyList<string> Response,
    long? RespondedAfter,
    bool IsRight,
    string Why,
    double GainedOverStatic,
    double? LostToOracle,
    int FalseActions,
    long Trainings)
{
    /// <summary>The static twin's share of right answers from the onset on.</summary>
    public double StaticAccuracy { get; init; }

    /// <summary>What a schedule came to, where it was asked for.</summary>
    public (long Right, int Trainings)? Schedule { get; init; }

    public static MatrixCell Of(ScenarioManifest manifest, RunReport report, RunFacts facts)
    {
        var onset = manifest.Onset;
        var found = report.Findings.Where(finding => finding.Row >= onset).ToList();
        var decided = report.Decisions.Where(decision => decision.Row >= onset).ToList();
        var first = found.Count == 0 ? null : found[0];
        return new MatrixCell(
            manifest,
            report.Seed,
            first is null ? "" : $"{first.Kind} ({first.Feature ?? first.Detector})",
            first?.Row - onset,
            [.. decided.Select(decision => decision.Action).Distinct()],
            decided.FirstOrDefault(decision => decision.Action == manifest.RightResponse)?.Row - onset,
            report.Verdict == "pass",
            report.Why ?? "",
            100 * Mean(report.Accuracy.Blocks, onset, manifest.Songs, block => block.Fleet - block.Static),
            100 * (facts.Oracle - facts.FleetBesideOracle),
            FalseActionsOf(manifest, report),
            report.Counts.Trainings ?? 0)
        {
            StaticAccuracy = Mean(report.Accuracy.Blocks, onset, manifest.Songs, block => block.Static),
        };
    }

    /// <summary>Over the rows from the onset on; of an onset within a block, from the next block on.</summary>
    private static double Mean(IReadOnlyList<ReportBlock> blocks, long onset, long songs, Func<ReportBlock, double> of)
    {
        var (sum, rows) = (0.0, 0L);
        foreach (var block in blocks.Where(block => block.Row >= onset))
        {
            var count = Math.Min(Recovery.EndOf(block), songs) - block.Row;
            sum += count * of(block);
            rows += count;
        }

        return rows == 0 ? 0 : sum / rows;
    }

    private static int FalseActionsOf(ScenarioManifest manifest, RunReport report)
    {
        var early = report.Decisions.Count(decision => decision.Row >= manifest.WarmUp && decision.Row < manifest.Onset && decision.Action != DecisionActions.Watch && !manifest.ForbiddenActions.Contains(decision.Action));
        var forbidden = report.Decisions.Count(decision => decision.Row >= manifest.WarmUp && manifest.ForbiddenActions.Contains(decision.Action));
        var tooMany = manifest.MaxPromotions is { } most ? Math.Max(0, ActionChecks.Promotions(report) - most) : 0;
        return early + forbidden + tooMany;
    }
}
