using System.Globalization;
using Spectre.Console;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>Both outcomes side by side, for a terminal.</summary>
internal static class WhatIfText
{
    public static Table Write(WhatIfResult result)
    {
        var (before, after) = (result.Before, result.After);
        var table = new Table().Border(TableBorder.Rounded).AddColumn($"from row {result.From.ToString("N0", CultureInfo.InvariantCulture)} on").AddColumn(new TableColumn("recorded").RightAligned());
        if (after is not null) table.AddColumn(new TableColumn("changed").RightAligned());
        foreach (var (name, recorded, changed) in Lines(before, after, result.RowsLost))
            table.AddRow(after is null ? [Markup.Escape(name), Markup.Escape(recorded)] : [Markup.Escape(name), Markup.Escape(recorded), Markup.Escape(changed)]);
        return table;
    }

    /// <summary>Name, recorded, changed.</summary>
    public static IEnumerable<(string Name, string Recorded, string Changed)> Lines(OutcomeWindow before, OutcomeWindow? after, long lost)
    {
        yield return ("rows with an outcome", Number(before.Answered), Number(after?.Answered ?? 0));
        yield return ("accuracy", Share(before.Accuracy), Share(after?.Accuracy));
        yield return ("right answers lost", "", after is null ? "" : lost.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture));
        yield return ("releases", Number(before.Releases), Number(after?.Releases ?? 0));
        yield return ("alarms", Number(before.Alarms), Number(after?.Alarms ?? 0));
        yield return ("decisions", before.DecisionWords, after?.DecisionWords ?? "");
        yield return ("training runs", Number(before.Trainings), Number(after?.Trainings ?? 0));
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(double? share) => share?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "no outcome";
}
