using System.Globalization;
using Spectre.Console;

namespace MonitoringDemo.Demo.Scorecard;

/// <summary>The scorecard for a terminal.</summary>
internal static class ScoreText
{
    public static IEnumerable<Table> Write(FleetScore score)
    {
        var tests = new Table().Border(TableBorder.Rounded).AddColumns("section", "test").AddColumn(new TableColumn("points").RightAligned()).AddColumns("what was found", "evidence");
        foreach (var test in score.Tests) tests.AddRow([.. new[] { test.Section, test.Name, Number(test.Points), test.Why, test.Evidence }.Select(Markup.Escape)]);
        yield return tests;
        yield return Levels("Google", score.Google);
        yield return Levels("Microsoft", score.Microsoft);
        yield return Levels("NorthStar", score.NorthStar);
    }

    /// <summary>All of it in one line a scale.</summary>
    public static IEnumerable<string> Sum(FleetScore score)
    {
        yield return $"ML Test Score: {Number(score.Final)} ({string.Join(", ", score.Sections.Select(section => $"{section.Key} {Number(section.Value)} of 7"))}): {score.FinalWords}. The final score is the least of the four.";
        yield return string.Create(CultureInfo.InvariantCulture, $"Google's MLOps levels: {Scorecard.Levels.Reached(score.Google)} of 2. Microsoft's: {Scorecard.Levels.Reached(score.Microsoft)} of 4.");
        var missing = score.NorthStar.Where(clause => !clause.IsMet).Select(clause => clause.Of).ToList();
        yield return $"NorthStar: {score.NorthStar.Count - missing.Count} of {score.NorthStar.Count} clauses{(missing.Count == 0 ? "" : $"; not met: {string.Join(", ", missing)}")}.";
    }

    public static string Number(double points) => points.ToString("0.#", CultureInfo.InvariantCulture);

    private static Table Levels(string name, IReadOnlyList<LevelItem> items)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns(name, "asks", "met", "evidence");
        foreach (var item in items) table.AddRow([.. new[] { item.Of, item.Asks, item.IsMet ? "yes" : "no", item.Evidence }.Select(Markup.Escape)]);
        return table;
    }
}
