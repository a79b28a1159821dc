using System.Globalization;
using MonitoringDemo.Demo.Report;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary>The report for a reader: what was found, decided and served, and the verdict last.</summary>
internal static class ReportSummary
{
    private const int MostLines = 20;

    public static void Write(RunReport report, TextWriter output)
    {
        Section(output, "Findings", report.Findings, f =>
            Text($"  row {f.Row,8:N0}  {f.Kind}{(f.Feature is null ? "" : $" ({f.Feature})")} by {f.Detector}: {f.Statistic:0.###} against {f.Threshold:0.###}, since row {f.Onset:N0}"));
        Section(output, "Decisions", report.Decisions, d => Text($"  row {d.Row,8:N0}  {d.Action}: {d.Reason}"));
        Section(output, "Models", report.Models, m =>
            Text($"  {m.Version,3}  rows {m.TrainedOnRows[0]:N0} to {m.TrainedOnRows[1]:N0}, {m.Trigger}, {(m.PromotedAtRow is { } row ? Text($"serving from row {row:N0}") : m.RejectedBecause ?? "never served")}"));
        output.WriteLine(report.Accuracy.Fleet is null ? "Accuracy: no row was answered" : Text($"Accuracy: fleet {report.Accuracy.Fleet:0.000}, static {report.Accuracy.Static:0.000}"));
        var c = report.Counts;
        output.WriteLine(Text($"Counts: {c.Predictions:N0} predictions, {c.Outcomes:N0} outcomes{(c.OutcomesNotCome == 0 ? "" : Text($" ({c.OutcomesNotCome:N0} had not come by the end)"))}, {c.Failed} failed, {c.Lost} lost, {c.Doubled} doubled, {c.Quarantined} quarantined, {c.Alerts} alerts"));
        output.WriteLine(Text($"Time: {report.Timing.Seconds:0.0} s, {report.Timing.RowsPerSecond:N0} rows a second"));
        if (report.Verdict is not null)
            output.WriteLine($"{report.Scenario}, seed {report.Seed}: {report.Verdict.ToUpperInvariant()}. {report.Why}");
    }

    private static void Section<T>(TextWriter output, string title, IReadOnlyList<T> items, Func<T, string> line)
    {
        output.WriteLine(Text($"{title}: {items.Count}"));
        foreach (var item in items.Take(MostLines))
            output.WriteLine(line(item));
        if (items.Count > MostLines)
            output.WriteLine(Text($"  … and {items.Count - MostLines} more (see --json)"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
