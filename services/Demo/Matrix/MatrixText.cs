using System.Globalization;
using System.Text;

namespace MonitoringDemo.Demo.Matrix;

/// <summary>The response matrix as a Markdown table: one line a scenario, over all of its seeds, and below it what was not right and why.</summary>
internal static class MatrixText
{
    public const string Begin = "<!-- matrix: begin -->";
    public const string End = "<!-- matrix: end -->";

    public static string Write(IReadOnlyList<MatrixCell> cells)
    {
        var text = new StringBuilder();
        text.Append("| scenario | found by (first) | after, rows | right response | what was done | right after, rows | right | gained, rows of 100 | oracle's lead | false actions |\n");
        text.Append("|---|---|---:|---|---|---:|---:|---:|---:|---:|\n");
        foreach (var scenario in cells.GroupBy(cell => cell.Manifest.Id)) text.Append(Line([.. scenario])).Append('\n');
        var (right, actions) = (cells.Count(cell => cell.IsRight), cells.Sum(cell => cell.FalseActions));
        text.Append(Invariant($"\n{right} of {cells.Count} runs were right; {actions} false actions.\n"));
        var wrong = cells.Where(cell => !cell.IsRight).ToList();
        if (wrong.Count == 0) return text.ToString();

        text.Append("\nNot right:\n\n");
        foreach (var cell in wrong) text.Append(Invariant($"- `{cell.Manifest.Id}`, seed {cell.Seed}: {cell.Why}\n"));
        return text.ToString();
    }

    /// <summary>Puts a table between the two marks of a document; a document without marks is the table alone.</summary>
    public static string Into(string? document, string table)
    {
        var (from, to) = (document?.IndexOf(Begin, StringComparison.Ordinal) ?? -1, document?.IndexOf(End, StringComparison.Ordinal) ?? -1);
        return from < 0 || to < from ? table : $"{document![..(from + Begin.Length)]}\n{table}{document[to..]}";
    }

    private static string Line(IReadOnlyList<MatrixCell> cells)
    {
        var manifest = cells[0].Manifest;
        string[] columns =
        [
            $"`{manifest.Id}`",
            Most(cells.Select(cell => cell.FoundBy.Length == 0 ? "nothing" : cell.FoundBy)),
            Median(cells.Select(cell => cell.FoundAfter)),
            manifest.RightResponse,
            Most(cells.Select(cell => cell.Response.Count == 0 ? "nothing" : string.Join(", ", cell.Response))),
            Median(cells.Select(cell => cell.RespondedAfter)),
            Invariant($"{cells.Count(cell => cell.IsRight)}/{cells.Count}"),
            Signed(cells.Average(cell => cell.GainedOverStatic)),
            cells[0].LostToOracle is null ? "" : Signed(cells.Average(cell => cell.LostToOracle ?? 0)),
            Invariant($"{cells.Sum(cell => cell.FalseActions)}"),
        ];
        return $"| {string.Join(" | ", columns)} |";
    }

    /// <summary>What most seeds say, with how many where not all do.</summary>
    private static string Most(IEnumerable<string> said)
    {
        var counted = said.GroupBy(text => text).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).ToList();
        return counted.Count == 1 ? counted[0].Key : Invariant($"{counted[0].Key} ({counted[0].Count()} of {counted.Sum(same => same.Count())})");
    }

    private static string Median(IEnumerable<long?> rows)
    {
        var known = rows.OfType<long>().Order().ToList();
        return known.Count == 0 ? "" : known[(known.Count - 1) / 2].ToString("N0", CultureInfo.InvariantCulture);
    }

    private static string Signed(double value) => value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
