using System.Globalization;
using System.Text;

namespace MonitoringDemo.Demo.Matrix;

/// <summary>What each part is for, as a Markdown table: where it was used, what breaks without it, and what that costs.</summary>
internal static class AblationText
{
    /// <param name="cells">What was played.</param>
    /// <param name="parts">Every part that could have been switched off, in the order of the table.</param>
    public static string Write(IReadOnlyList<AblationCell> cells, IReadOnlyList<string> parts)
    {
        var whole = cells.Where(cell => cell.Part.Length == 0).ToDictionary(cell => (cell.Scenario, cell.Seed));
        var by = cells.Where(cell => cell.Part.Length > 0).GroupBy(cell => cell.Part).ToDictionary(part => part.Key, part => part.Select(cell => (Without: cell, With: whole[(cell.Scenario, cell.Seed)])).ToList());
        var text = new StringBuilder();
        text.Append("| without | used in | breaks | lost, rows of 100: most | on average | false actions |\n|---|---:|---|---:|---:|---:|\n");
        foreach (var part in parts.Where(by.ContainsKey)) text.Append(Line(part, by[part]));
        var idle = parts.Where(part => by.TryGetValue(part, out var runs) && runs.TrueForAll(run => !Breaks(run) && Math.Abs(Lost(run)) < 0.05 && run.Without.FalseActions == run.With.FalseActions)).ToList();
        var unused = parts.Where(part => !by.ContainsKey(part)).ToList();
        text.Append(Invariant($"\n{whole.Count} runs with nothing switched off, {cells.Count - whole.Count} with one part.\n"));
        var wrong = whole.Values.Where(cell => !cell.IsRight).ToList();
        if (wrong.Count > 0) text.Append(Invariant($"\nNot right with nothing switched off either, so that nothing can break in them: {string.Join("; ", wrong.Select(cell => $"`{cell.Scenario}`, seed {cell.Seed} ({cell.Why.TrimEnd('.')})"))}.\n"));
        if (idle.Count > 0) text.Append($"\nUsed, and missed by no scenario: {Names(idle)}.\n");
        if (unused.Count > 0) text.Append($"\nUsed by no scenario here, so that nothing is known of them: {Names(unused)}.\n");
        var broken = parts.Where(by.ContainsKey).SelectMany(part => by[part].Where(Breaks).Select(run => (part, run))).ToList();
        if (broken.Count == 0) return text.ToString();

        text.Append("\nWhat breaks:\n\n");
        foreach (var (part, run) in broken) text.Append(Invariant($"- without `{part}`, `{run.Without.Scenario}`, seed {run.Without.Seed}: {run.Without.Why}\n"));
        return text.ToString();
    }

    private static string Line(string part, List<(AblationCell Without, AblationCell With)> runs)
    {
        var broken = runs.Where(Breaks).Select(run => run.Without.Scenario).Distinct().ToList();
        var worst = runs.MaxBy(Lost);
        return Invariant($"| `{part}` | {runs.Select(run => run.Without.Scenario).Distinct().Count()} | {(broken.Count == 0 ? "nothing" : Names(broken))} | {Signed(Lost(worst))} (`{worst.Without.Scenario}`) | {Signed(runs.Average(Lost))} | {runs.Sum(run => run.Without.FalseActions - run.With.FalseActions):+0;-0;0} |\n");
    }

    /// <summary>What was right is not.</summary>
    private static bool Breaks((AblationCell Without, AblationCell With) run) => run.With.IsRight && !run.Without.IsRight;

    private static double Lost((AblationCell Without, AblationCell With) run) => run.With.Gained - run.Without.Gained;

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    private static string Signed(double value) => value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
