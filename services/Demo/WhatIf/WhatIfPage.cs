using System.Globalization;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>Both outcomes as a page to read and to print.</summary>
internal static class WhatIfPage
{
    private const int Points = 80;
    private const int LeastRows = 20;
    // Before the onset, so that it is seen from what accuracy fell.
    private const int RowsBefore = 1_500;

    public static string Write(WhatIfResult result)
    {
        string[] heads = ["", .. WhatIfText.Columns(result).Select(column => $">{column.Name}")];
        var table = Html.Table(heads, WhatIfText.Lines(result).Select(line => (IReadOnlyList<Html>)[.. line.Select(cell => Html.Of($"{cell}"))]));
        return HtmlPage.Of(
            $"What if: {result.Subject}",
            Html.Of($"rows {result.From:N0} to {result.Rows:N0} of a recording"),
            Html.Join(
            [
                Html.Of($"<p class=\"lead\">{Lead(result)}</p>\n"),
                table,
                Chart(result),
                Decisions("Decided, as recorded", result.Recorded, result.From),
                result.Changed is { } changed ? Decisions("Decided, with the change", changed, result.From) : Html.None,
                Html.Of($"<footer><p>Made of a replay of the inference log and the registry's journal. The replay without a change decided and answered as recorded, entry by entry and row by row. A change holds from the first row of the recording on.{(result.Undelayed is null ? "" : " Live, models were trained while songs went on; the changed replay waits for them, and is compared with one that waits as well.")}</p></footer>\n"),
            ]));
    }

    private static string Lead(WhatIfResult result)
    {
        if (result.After is null) return "Nothing was changed: the replay decides and answers as recorded.";
        var what = string.Join("; ", result.Changes);
        if (result.FirstDifference is null) return $"With {what}: nothing would have been decided otherwise.";
        var rows = result.RowsLost switch
        {
            > 0 => string.Create(CultureInfo.InvariantCulture, $"{result.RowsLost:N0} more answers would have been wrong"),
            < 0 => string.Create(CultureInfo.InvariantCulture, $"{-result.RowsLost:N0} more answers would have been right"),
            _ => "as many answers would have been right",
        };
        return $"Change: {what}. {rows[..1].ToUpperInvariant()}{rows[1..]}. It first went another way {result.FirstDifference}";
    }

    private static Html Chart(WhatIfResult result)
    {
        var from = Math.Max(result.Recorded.Rows.Count == 0 ? 0 : result.Recorded.Rows.Keys.Min(), result.From - RowsBefore);
        var block = Math.Max(50, (result.Rows - from) / Points / 50 * 50);
        ChartLine Line(string name, string style, PlayedOutcome played) => new(name, style,
        [
            .. played.Rows.Where(row => row.Key >= from && row.Value.IsRight is not null).GroupBy(row => row.Key / block).Where(group => group.Count() >= LeastRows).OrderBy(group => group.Key)
                .Select(group => (((double)group.Key * block) + (block / 2.0), group.Average(row => row.Value.IsRight == true ? 1.0 : 0))),
        ]);
        var lines = new List<ChartLine> { Line("recorded", "blue", result.Recorded) };
        if (result.Undelayed is { } undelayed) lines.Add(Line("without delays", "soft", undelayed));
        if (result.Changed is { } changed) lines.Add(Line("changed", "orange", changed));
        var chart = new LineChart("Accuracy, as recorded and with the change", string.Create(CultureInfo.InvariantCulture, $"Share of right answers per {block:N0} rows, as far as their outcomes have come."), lines)
        {
            Marks = [new ChartMark(result.From, "onset", "red"), .. result.Changed is null || result.FirstDifference is null ? Array.Empty<ChartMark>() : [new ChartMark(result.FirstDifference.Row, "goes another way", "purple")]],
            High = 1,
            Place = row => row.ToString("N0", CultureInfo.InvariantCulture),
            Value = share => share.ToString("0.0#", CultureInfo.InvariantCulture),
        };
        return chart.Draw();
    }

    private static Html Decisions(string title, PlayedOutcome played, long from)
    {
        var rows = OutcomeWindow.From(played, from).Select(decision => (IReadOnlyList<Html>)[Html.Of($"{decision.Row:N0}"), Html.Of($"{decision.Action}"), Html.Of($"{decision.Gate ?? ""}"), Html.Of($"{decision.Reason}")]).ToList();
        return Html.Of($"<h2>{title}</h2>\n{(rows.Count == 0 ? Html.Of($"<p>Nothing.</p>\n") : Html.Table([">row", "action", "gate", "why"], rows))}");
    }
}
