using System.Globalization;
using System.Text;

namespace MonitoringDemo.DetectionQuality.Quality;

/// <summary>The results at a glance: a row per detector, a column per scenario.</summary>
internal static class QualitySummary
{
    public static string Write(IReadOnlyList<QualityResult> results)
    {
        var text = new StringBuilder();
        foreach (var isBinary in new[] { false, true })
        {
            var kind = isBinary ? "errors" : "real values";
            Matrix(text, $"False alarms per 10,000 values, {kind}", results.Where(each => each.Scenario.IsBinary == isBinary && each.Scenario.Change is null), FalseAlarms);
            Matrix(text, $"Mean delay in multiples of the yardstick's, {kind}", results.Where(each => each.Scenario.IsBinary == isBinary && each.Scenario.Change is not null), Ratio);
        }

        return text.ToString();
    }

    private static void Matrix(StringBuilder text, string title, IEnumerable<QualityResult> results, Func<QualityResult, Cell, string> show)
    {
        var columns = results.ToList();
        if (columns.Count < 2) return;

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"**{title}**").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"| detector | {string.Join(" | ", columns.Select(each => each.Scenario.Name))} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(columns.Select(_ => "---:|"))}");
        foreach (var label in columns.SelectMany(each => each.Rows).Select(row => row.Entrant.Label).Distinct())
        {
            var cells = columns.Select(each => each.Rows.Where(row => row.Entrant.Label == label).Select(row => show(each, row.Cell)).FirstOrDefault(""));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {label} | {string.Join(" | ", cells)} |");
        }
    }

    private static string FalseAlarms(QualityResult result, Cell cell) => cell.FalseAlarms.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Ratio(QualityResult result, Cell cell)
    {
        var missed = cell.Missed > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({cell.Missed:0.#} % missed)") : "";
        return double.IsNaN(cell.MeanDelay) ? "never" : string.Create(CultureInfo.InvariantCulture, $"{cell.MeanDelay / result.Yardstick!.MeanDelay:0.00}{missed}");
    }
}
