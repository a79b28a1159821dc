using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Learning.Tasks;
using Spectre.Console;

namespace MonitoringDemo.Demo.Replay.Check;

/// <summary>Says what was found in a table.</summary>
internal static class CheckText
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string ToJson(CheckedTable found) => JsonSerializer.Serialize(found, s_options) + "\n";

    public static void Write(CheckedTable found, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("column", "taken as", "missing", "different", "note");
        foreach (var column in found.Columns)
        {
            table.AddRow(
                Markup.Escape(column.Name),
                column.Name == found.Label ? "label" : column.TakenAs,
                column.Missing == 0 ? "" : column.Missing.ToString("N0", CultureInfo.InvariantCulture),
                (column.Different == ColumnCount.MostCounted ? "≥ " : "") + column.Different.ToString("N0", CultureInfo.InvariantCulture),
                Markup.Escape(string.Join("; ", column.Notes)));
        }

        Screen.On(output).Write(table);
        output.WriteLine(Line($"{found.Name}: {found.Rows:N0} rows, {found.Columns.Count} columns."));
        WriteLabel(found, output);
        foreach (var leak in found.Leaks)
            output.WriteLine($"Probable leak: '{leak}' alone predicts '{found.Label}' in every one of the first rows.");
        foreach (var copy in found.Copies)
            output.WriteLine($"The same twice: {copy} in every one of the first rows.");
        if (found.Repeated > 0)
            output.WriteLine(Line($"{(found.RepeatedIsExact ? "" : "About ")}{found.Repeated:N0} rows are equal to an earlier one, times and likely ids aside."));
        if (found.Time is { } time)
        {
            output.WriteLine(Line($"Time '{time.Column}': {time.From} to {time.To}, a row every {time.MeanGapSeconds:0.###} s; {(time.OutOfOrder == 0 ? "in order" : $"{time.OutOfOrder:N0} rows out of order, which --time mends")}."));
            output.WriteLine(Line($"Longest gap: {time.LongestGapSeconds:0.###} s, before {time.GapBefore}."));
        }

        output.WriteLine($"To play it: {found.Command}");
    }

    private static void WriteLabel(CheckedTable found, TextWriter output)
    {
        if (found.Label is null)
        {
            output.WriteLine("No column has two classes; --label names one that has more.");
            return;
        }

        var classes = found.Classes.OrderByDescending(each => each.Value).Select(each => Line($"'{each.Key}' {each.Value:N0} ({(double)each.Value / Math.Max(1, found.Rows):P1})"));
        output.WriteLine($"Label '{found.Label}': {(found.Classes.Count == 0 ? "many classes" : string.Join(", ", classes))}.");
        if (found.LabelMissing > 0)
            output.WriteLine(Line($"{found.LabelMissing:N0} rows have no label; a replay refuses the first of them."));
        if (found.Columns.FirstOrDefault(column => column.Name == found.Label) is { Different: > ClassAnswer.MostClasses } label)
            output.WriteLine(Line($"A replay takes a label of two to {ClassAnswer.MostClasses} classes; this one has {label.Different:N0} values or more."));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
