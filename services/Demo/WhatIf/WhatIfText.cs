using System.Globalization;
using Spectre.Console;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>The outcomes side by side, for a terminal.</summary>
internal static class WhatIfText
{
    public static Table Write(WhatIfResult result)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn($"from row {result.From.ToString("N0", CultureInfo.InvariantCulture)} on");
        foreach (var (name, _) in Columns(result)) table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var line in Lines(result)) table.AddRow([.. line.Select(Markup.Escape)]);
        return table;
    }

    /// <summary>What is compared, from left to right.</summary>
    public static IReadOnlyList<(string Name, OutcomeWindow Window)> Columns(WhatIfResult result) =>
        [.. new (string, OutcomeWindow?)[] { ("recorded", result.Before), ("without delays", result.Between), ("changed", result.After) }.Where(column => column.Item2 is not null).Select(column => (column.Item1, column.Item2!))];

    /// <summary>A name, and a cell for each column.</summary>
    public static IEnumerable<IReadOnlyList<string>> Lines(WhatIfResult result)
    {
        var columns = Columns(result);
        IReadOnlyList<string> Line(string name, Func<OutcomeWindow, string> cell) => [name, .. columns.Select(column => cell(column.Window))];
        yield return Line("rows with an outcome", window => Number(window.Answered));
        yield return Line("accuracy", window => window.Accuracy?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "no outcome");
        if (result.Changed is not null) yield return ["right answers lost", .. columns.SkipLast(1).Select(_ => ""), result.RowsLost.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture)];
        yield return Line("releases", window => Number(window.Releases));
        yield return Line("alarms", window => Number(window.Alarms));
        yield return Line("decisions", window => window.DecisionWords);
        yield return Line("training runs", window => Number(window.Trainings));
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
