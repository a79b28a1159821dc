using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Report;

/// <summary>Puts what a run left behind into the form of the report; the verdict is added by who knows the truth.</summary>
internal static class ReportBuilder
{
    private const int FormatVersion = 1;

    public static RunReport Build(string scenario, ulong seed, PlayedRun run)
    {
        var order = new FindingOrder(run.Messages.Findings);
        var rows = run.Rows.End;
        return new RunReport(
            FormatVersion,
            scenario,
            seed,
            rows,
            run.Plan.Step,
            Truth: null,
            [.. order.Findings.Select(Finding)],
            [.. run.Messages.Decisions.Select(d => Decision(d, order))],
            run.Models,
            run.Rows.Accuracy(),
            Counts(run, order, rows),
            DelayRows: null,
            RecoveryRows: null,
            Verdict: null,
            Why: null,
            new ReportTiming(run.Elapsed.TotalSeconds, rows / run.Elapsed.TotalSeconds),
            run.Plan.World.Schema.Task.Type);
    }

    private static ReportFinding Finding(Finding f) =>
        new(f.Row, f.Kind, f.Feature, f.Detector, Finite(f.Statistic), Finite(f.Threshold), f.Onset);

    private static ReportDecision Decision(DecisionMade d, FindingOrder order) =>
        new(d.Row, d.Action, ReasonWithGate(d), order.PositionsOf(d.FindingIds), d.Gate, d.Version);

    private static string ReasonWithGate(DecisionMade d) =>
        d.Gate is null || d.Reason.Contains(d.Gate, StringComparison.OrdinalIgnoreCase) ? d.Reason : $"{d.Reason} (gate: {d.Gate})";

    private static ReportCounts Counts(PlayedRun run, FindingOrder order, long rows) => new(
        run.Rows.Predictions,
        run.Rows.Failed,
        run.Rows.Outcomes,
        Lost: run.Rows.Missing + Math.Max(0, run.Rows.Outcomes - run.Log.Outcomes),
        Doubled: run.Rows.Doubled + run.Log.Doubled + run.Messages.Doubled,
        Quarantined(order, run.Messages, run.Plan.Warmup, rows),
        run.Messages.Alerts.Count,
        run.Trainings.Runs(run.Plan.Warmup),
        run.Trainings.Models);

    private static long Quarantined(FindingOrder order, RunMessages messages, long from, long to)
    {
        var ends = order.ClearedAt(messages.Cleared);
        var kept = new RowSet();
        foreach (var i in order.PositionsOf(messages.Decisions.Where(d => d.Action == DecisionActions.Quarantine).SelectMany(d => d.FindingIds)))
        {
            for (var row = Math.Max(from, order.Findings[i].Onset); row < (ends[i] ?? to); row++)
                kept.Add(row);
        }

        return kept.Count;
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
