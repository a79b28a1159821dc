using System.Globalization;
using MonitoringDemo.Demo.Replay;
using Spectre.Console;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary>Says what a file was taken for.</summary>
internal static class InferredSchema
{
    public static void Write(ReplayWorld world, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("column", "taken as", "missing", "note");
        foreach (var column in world.Columns)
        {
            table.AddRow(
                Markup.Escape(column.Name),
                Word(column.Use),
                column.Missing == 0 ? "" : column.Missing.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(column.Use == ColumnUse.Label ? $"{column.Note}; {world.Classes.InWords}" : column.Note));
        }

        Screen.On(output).Write(table);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{world.FileName}: {world.Rows:N0} rows, the first {world.Warmup:N0} are the warm-up that all this was read from; outcomes come {world.Outcomes.InWords}."));
        foreach (var leak in world.Leaks)
            output.WriteLine($"Probable leak: '{leak}' alone predicts '{world.Schema.Label}' in every row of the warm-up. If it is not known in time, --ignore {leak}.");
    }

    private static string Word(ColumnUse use) => use switch
    {
        ColumnUse.Numeric => "numeric",
        ColumnUse.Categorical => "categorical",
        ColumnUse.Label => "label",
        ColumnUse.Time => "time",
        ColumnUse.Ignored => "ignored",
        _ => "left out",
    };
}
