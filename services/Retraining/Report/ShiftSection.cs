using System.Globalization;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Retraining.Report;

/// <summary>Distributions before and after, how far apart they are, and how that went on.</summary>
internal static class ShiftSection
{
    private const int Window = 2_000;
    private const int Least = 50;
    private const int Pictures = 9;
    private const int LinesShown = 4;
    private static readonly string[] _styles = ["blue", "orange", "green", "purple"];
    private static readonly string[] _heads = ["feature", ">lie elsewhere", ">by chance", ">mean before", ">mean after"];

    public static Html Of(IncidentStory story, LoggedRows rows)
    {
        if (story.Onset is not { } onset || rows.Schema is not { } schema) return Html.None;

        // What was mended before the window ended would hide what was wrong.
        var (from, to) = (Math.Max(rows.From, onset - Window), Math.Min(rows.To, Math.Min(onset + Window, story.EndedAt is { } end && end > onset ? end : long.MaxValue)));
        var shifts = schema.Features.Select((feature, i) => FeatureShift.Measure(feature, rows.Column(i, from, onset), rows.Column(i, onset, to))).OfType<FeatureShift>().OrderByDescending(shift => shift.Distance - shift.Chance).ToList();
        if (shifts.Count == 0 || onset - from < Least || to - onset < Least)
            return Html.Of($"<h2>How did the inputs change?</h2><p>The log holds too few rows around row {onset:N0} to compare.</p>\n");

        var table = Html.Table(_heads, shifts.Select(Row));
        return Html.Of($"""
            <h2>How did the inputs change?</h2>
            <p>Rows {from:N0} to {onset:N0} (filled) beside rows {onset:N0} to {to:N0} (outline). “Lie elsewhere” is the share of rows in another bin than before (total variation);
            beside it stands what chance alone would give.</p>
            <div class="small">{Html.Join(shifts.Take(Pictures).Select(ShiftChart.Of))}</div>
            <h3>All inputs</h3>
            {table}{Course(story, rows, schema, [.. shifts.Where((shift, i) => i == 0 || shift.Distance > 1.5 * shift.Chance).Take(LinesShown)], from, onset)}
            """);
    }

    private static IReadOnlyList<Html> Row(FeatureShift shift) =>
    [
        Html.Of($"{shift.Feature.Name}"),
        Html.Of($"{shift.Distance:0.000}"),
        Html.Of($"{shift.Chance:0.000}"),
        Html.Of($"{(shift.Means is { } mean ? ValueBins.Text(mean.Before) : "")}"),
        Html.Of($"{(shift.Means is { } after ? ValueBins.Text(after.After) : "")}"),
    ];

    private static Html Course(IncidentStory story, LoggedRows rows, FeatureSchema schema, List<FeatureShift> shifts, long from, long onset)
    {
        var block = Math.Max(250, (int)((rows.To - rows.From) / 60 / 50) * 50);
        var lines = new List<ChartLine>();
        var chance = 0.0;
        foreach (var (feature, style) in shifts.Select(shift => shift.Feature).Zip(_styles))
        {
            var column = schema.IndexOf(feature.Name);
            var before = rows.Column(column, from, onset);
            var bins = ValueBins.Of(feature, before, rows.Column(column, onset, rows.To));
            var points = new List<(double, double)>();
            for (var row = rows.From; row + block <= rows.To; row += block)
            {
                if (rows.Column(column, row, row + block) is not { Length: >= Least } values) continue;
                var shift = FeatureShift.Measure(feature, bins, before, values);
                points.Add((row + (block / 2.0), shift.Distance));
                chance = Math.Max(chance, shift.Chance);
            }

            lines.Add(new ChartLine(feature.Name, style, points));
        }

        if (lines is not [{ Points.Count: > 1 } first, ..]) return Html.None;
        lines.Add(new ChartLine("by chance", "soft", [(first.Points[0].X, chance), (first.Points[^1].X, chance)]));
        return new LineChart(
            "The evidence over time",
            string.Create(CultureInfo.InvariantCulture, $"How far each {block} rows lie from rows {from:N0} to {onset:N0}, for the inputs that moved most. Below the dotted line is what chance gives."),
            lines)
        { Marks = IncidentMarks.Of(story), Low = 0, Place = row => string.Create(CultureInfo.InvariantCulture, $"{row:N0}") }.Draw();
    }
}
