using System.Globalization;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Report;

/// <summary>Good enough: beside the static twin, the level before, the oracle, and after the mend.</summary>
internal static class BudgetChecks
{
    public static IEnumerable<string> Find(ScenarioManifest manifest, RunReport report, RunFacts facts)
    {
        var budget = manifest.Budget;
        var gap = report.Accuracy.Fleet - report.Accuracy.Static;
        if (budget.FleetAboveStatic is { } above && !(gap >= above))
            yield return Line($"the fleet is {gap:0.000} above the static twin instead of {above:0.000}");

        if (budget.AccuracyWithinOfBefore is { } margin && !(Math.Abs((facts.AccuracyAfter - facts.AccuracyBefore) ?? 1) <= margin))
            yield return Line($"accuracy went from {facts.AccuracyBefore:0.000} to {facts.AccuracyAfter:0.000}, more than {margin:0.000}");

        if (budget.OracleMargin is { } && (facts.Oracle is null || facts.FleetBesideOracle is null))
            yield return Line($"the run ends before recovery can be judged, {budget.OracleWithin} rows after the onset: play more songs");
        else if (budget.OracleMargin is { } below && !(facts.Oracle - facts.FleetBesideOracle <= below))
            yield return Line($"{budget.OracleWithin} rows after the onset the fleet has {facts.FleetBesideOracle:0.000} where an oracle has {facts.Oracle:0.000}, more than {below:0.000} below");

        if (budget.NoBrokenRowTrainedOn && facts.BrokenRowsTrainedOn > 0)
            yield return Line($"{facts.BrokenRowsTrainedOn} broken rows are in a training snapshot");

        if (budget.OwnerAlerted && !facts.AlertRows.Any(row => row >= manifest.Onset))
            yield return "nobody was alerted";

        if (budget.ColumnNoticed is { } column && facts.ColumnsNoticed?.Contains(column, StringComparer.Ordinal) != true)
            yield return $"the added column '{column}' was not named";

        foreach (var failure in Mended(manifest, report, facts))
            yield return failure;
    }

    private static IEnumerable<string> Mended(ScenarioManifest manifest, RunReport report, RunFacts facts)
    {
        if (manifest.Budget.NormalWithinOfMend is not { } within || manifest.MendRow is not { } mend)
            yield break;

        var open = report.Findings.Where((f, i) => f.Row >= manifest.Onset && !(facts.ClearedAt[i] <= mend + within)).ToList();
        if (open.Count > 0)
            yield return Line($"{open.Count} findings still held {within} rows after the mend (the first {open[0].Kind} at row {open[0].Row})");
        if (facts.AccuracyAfterMend is null)
            yield return Line($"the run ends before the mend can be judged, {within} rows after row {mend}: play more songs");
        else if (facts.AccuracyBefore - facts.AccuracyAfterMend > Recovery.Margin)
            yield return Line($"accuracy came back to {facts.AccuracyAfterMend:0.000} after the mend where it was {facts.AccuracyBefore:0.000}");
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
