using System.CommandLine;
using System.Globalization;
using System.Text;
using MathNet.Numerics.Distributions;
using MonitoringDemo.Drift.Monitoring;

namespace MonitoringDemo.DetectionQuality.Budget;

internal static class BudgetCommand
{
    private const int UnseenEvery = 10_000;
    // Of the share of ones, which is 0.5 without it.
    private const double Rarity = 0.002;

    public static Command Create(TextWriter output)
    {
        var runs = BenchmarkOptions.AtLeast(1, new Option<int>("--runs") { Description = "Seeded stationary runs.", HelpName = "N", DefaultValueFactory = _ => 500 });
        var rows = BenchmarkOptions.AtLeast(1, new Option<int>("--rows") { Description = "Rows per run, after 5,000 of history.", HelpName = "N", DefaultValueFactory = _ => 100_000 });
        var write = BenchmarkOptions.Write();
        var command = new Command("budget", "The share of stationary runs in which the monitor finds anything.") { runs, rows, write };
        command.SetAction(parsed =>
        {
            Document.Publish("budget", Table(parsed.GetValue(runs), parsed.GetValue(rows)), parsed.GetValue(write), output);
            return 0;
        });
        return command;
    }

    private static string Table(int runs, int rows)
    {
        var text = new StringBuilder();
        text.AppendLine("| 20 features, stationary | runs | rows each | with any finding | share, % | 95 % interval, % |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|");
        var plain = Play(runs, rows, 0);
        var unseen = Play(Math.Max(1, runs / 5), rows, UnseenEvery);
        var rare = Play(Math.Max(1, runs / 5), rows, 0, Rarity);
        Row(text, "as they are", plain, rows);
        Row(text, "one unseen category in 10,000 rows", unseen, rows);
        Row(text, "one positive in about 1,000 rows", rare, rows);
        var found = plain.Concat(unseen).Concat(rare).SelectMany(findings => findings)
            .CountBy(finding => $"{finding.Kind} {finding.Detector} {finding.Feature ?? "scores or outcomes"}")
            .OrderByDescending(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (found.Count > 0) text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"False findings: {string.Join(", ", found.Select(group => $"{group.Key} × {group.Value}"))}.");
        return text.ToString();
    }

    private static IReadOnlyList<DriftFinding>[] Play(int runs, int rows, int unseenEvery, double rarity = 1)
    {
        var findings = new IReadOnlyList<DriftFinding>[runs];
        Parallel.For(0, runs, run => findings[run] = StationaryRun.Play(70_000_000 + (ulong)run, rows, unseenEvery, rarity));
        return findings;
    }

    private static void Row(StringBuilder text, string label, IReadOnlyList<DriftFinding>[] runs, int rows)
    {
        var hits = runs.Count(findings => findings.Count > 0);
        var (low, high) = Interval(hits, runs.Length);
        text.AppendLine(CultureInfo.InvariantCulture, $"| {label} | {runs.Length} | {rows:N0} | {hits} | {100.0 * hits / runs.Length:0.0} | {100 * low:0.00} to {100 * high:0.00} |");
    }

    /// <summary>The exact binomial interval of C. J. Clopper and E. S. Pearson, Biometrika 26 (1934).</summary>
    public static (double Low, double High) Interval(int hits, int runs) =>
        (hits == 0 ? 0 : Beta.InvCDF(hits, runs - hits + 1, 0.025), hits == runs ? 1 : Beta.InvCDF(hits + 1, runs - hits, 0.975));
}
