using System.Globalization;
using System.Text;
using MonitoringDemo.Chaos.Blows;

namespace MonitoringDemo.Chaos;

/// <summary>One table, in Markdown.</summary>
internal static class ResultTable
{
    public static string Of(int seed, TimeSpan duration, IReadOnlyList<Blow> blows, IEnumerable<(string What, int Count)> counted, IEnumerable<(string What, int Count)> found)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"\nSeed {seed}, {duration.TotalMinutes:0.##} minutes\n\n| what | count | told by readiness | alerts whose condition came to hold | slowest return, s |\n|---|---|---|---|---|");
        foreach (var kind in blows.GroupBy(blow => blow.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            text.AppendLine(CultureInfo.InvariantCulture, $"| {kind.Key} | {kind.Count()} | {kind.Count(blow => blow.IsTold)} | {string.Join(", ", kind.SelectMany(blow => blow.Alerts).Distinct().Order(StringComparer.Ordinal))} | {kind.Max(blow => blow.BackAfter).TotalSeconds:0.0} |");
        foreach (var (what, count) in counted) text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {count:N0} | | | |");
        foreach (var (what, count) in found) text.AppendLine(CultureInfo.InvariantCulture, $"| **{what}** | **{count:N0}** | | | |");
        return text.ToString();
    }
}
