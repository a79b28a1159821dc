using System.Globalization;
using System.Text;
using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality.Quality;

/// <summary>The results as Markdown: one table per scenario, the references beside ours.</summary>
internal static class QualityTables
{
    public static string Write(IReadOnlyList<QualityResult> results)
    {
        var text = new StringBuilder(QualitySummary.Write(results));
        foreach (var result in results)
            text.Append(result.Scenario.Change is null ? Stationary(result) : Changing(result));
        return text.ToString();
    }

    private static string Stationary(QualityResult result)
    {
        var text = Heading(result, $"{(long)result.Repetitions * result.Scenario.Length:N0} values");
        text.AppendLine("| detector | false alarms per 10,000 | alarms | streams with any, % | the reference's: per 10,000 | streams with any, % |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (entrant, cell, reference) in result.Rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {entrant.Label} | {cell.FalseAlarms:0.####} | {cell.Alarms} | {cell.StreamsWithAlarm:0.#} | {Rate(reference)} | {Number(reference?.StreamsWithAlarm)} |");
        foreach (var (name, reference) in result.Others)
            text.AppendLine(CultureInfo.InvariantCulture, $"| *{name}* | | | | {Rate(reference)} | {Number(reference.StreamsWithAlarm)} |");
        return text.ToString();
    }

    private static string Changing(QualityResult result)
    {
        var text = Heading(result, $"{result.Repetitions} streams");
        text.AppendLine("| detector | mean delay | × yardstick | median | missed, % | false alarms per 10,000 | the reference's: mean | median | missed, % | false |");
        text.AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        if (result.Yardstick is { } yardstick)
            text.AppendLine(CultureInfo.InvariantCulture, $"| **the yardstick** | {Number(yardstick.MeanDelay)} | 1 | {Number(yardstick.MedianDelay)} | {yardstick.Missed:0.#} | {yardstick.FalseAlarms:0.###} | | | | |");
        foreach (var (entrant, cell, reference) in result.Rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {entrant.Label} | {Number(cell.MeanDelay)} | {Ratio(cell, result.Yardstick)} | {Number(cell.MedianDelay)} | {cell.Missed:0.#} | {cell.FalseAlarms:0.###} | {Theirs(reference)} |");
        foreach (var (name, reference) in result.Others)
            text.AppendLine(CultureInfo.InvariantCulture, $"| *{name}* | | | | | | {Theirs(reference)} |");
        return text.ToString();
    }

    private static StringBuilder Heading(QualityResult result, string size) =>
        new StringBuilder().AppendLine().AppendLine(CultureInfo.InvariantCulture, $"**{result.Scenario.Name}** ({size})").AppendLine();

    private static string Theirs(ReferenceResult? reference) =>
        $"{Number(reference?.MeanDelay)} | {Number(reference?.MedianDelay)} | {Number(reference?.Missed)} | {Rate(reference)}";

    private static string Ratio(Cell cell, Cell? yardstick) =>
        yardstick is null || double.IsNaN(cell.MeanDelay) ? "" : Text(cell.MeanDelay / yardstick.MeanDelay, "0.00");

    private static string Rate(ReferenceResult? reference) => reference is null ? "" : Text(reference.FalseAlarms, "0.###");

    private static string Number(double? value) => value is { } number && double.IsFinite(number) ? Text(number, "0.#") : "";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
