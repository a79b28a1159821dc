using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Demo.Scorecard;

/// <summary>The scorecard as a page.</summary>
internal static class ScorePage
{
    public static string Write(FleetScore score, string model) => HtmlPage.Of(
        "Scorecard",
        Html.Of($"how ready the fleet of '{model}' is now"),
        Html.Join(
        [
            Html.Join(ScoreText.Sum(score).Select(line => Html.Of($"<p class=\"lead\">{line}</p>\n"))),
            Html.Figures(score.Sections.Select(section => (section.Key, ScoreText.Number(section.Value), "of 7")).Append(("final", ScoreText.Number(score.Final), "the least of the four"))),
            Html.Join(ScoreSections.All.Select(section => Html.Of($"<h2>{Capital(section)}</h2>\n{Tests(score.Tests.Where(test => test.Section == section))}"))),
            Html.Of($"<h2>Google's levels: {Levels.Reached(score.Google)} of 2</h2>\n{Items("level", score.Google)}"),
            Html.Of($"<h2>Microsoft's levels: {Levels.Reached(score.Microsoft)} of 4</h2>\n{Items("level", score.Microsoft)}"),
            Html.Of($"<h2>NorthStar</h2>\n{Items("clause", score.NorthStar)}"),
            Html.Of($"<footer><p>The 28 tests are those of Breck and others, The ML Test Score (2017): 1 point where a system does it again and again, 0.5 where it is done in part or by hand, 0 where it is not. Each is held against this fleet's settings, registry and sources when the page is asked for.</p></footer>\n"),
        ]));

    private static Html Tests(IEnumerable<ScoreItem> tests) => Html.Table(
        ["test", ">points", "what was found", "evidence"], tests.Select(test => (IReadOnlyList<Html>)[Html.Of($"{test.Name}"), Html.Of($"{ScoreText.Number(test.Points)}"), Html.Of($"{test.Why}"), Html.Of($"<code>{test.Evidence}</code>")]));

    private static Html Items(string of, IEnumerable<LevelItem> items) => Html.Table(
        [of, "asks", "met", "evidence"], items.Select(item => (IReadOnlyList<Html>)[Html.Of($"{item.Of}"), Html.Of($"{item.Asks}"), Html.Of($"{(item.IsMet ? "yes" : "no")}"), Html.Of($"{item.Evidence}")]));

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
