using System.Globalization;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Demo.Mystery.Truth;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Demo.Mystery.Desk;

/// <summary>A revealed case as a page to read and to print: the truth beside what was said and done.</summary>
internal static class RevealPage
{
    public static string Of(MysteryResult result)
    {
        var (one, truth, score) = (result.Case, result.Truth, result.Score);
        var answer = one.Answers.Count == 0 ? new MysteryAnswer() : one.Answers[^1].Answer;
        return HtmlPage.Of($"It was: {truth.Title}", Html.Of($"{one.Team}, a mystery of song {one.ArmedAtRow:N0}"), Html.Join(
        [
            Html.Figures([("Points", score.Total.ToString("0.0", CultureInfo.InvariantCulture), "of 100")]),
            Html.Of($"<h2>Said, and true</h2>"),
            Html.Table(["Question", "You said", "The truth", ">Points"],
            [
                Row("Since when?", Row(answer.Since), Row(truth.OnsetRow), $"{score.Since:0.0} of 12"),
                Row("How soon?", one.Answers.Count == 0 ? "no answer" : $"answered at {Row(one.Answers[^1].Row)}", $"lasted {truth.Length:N0} songs", $"{score.Promptness:0.0} of 8"),
                Row("What?", Words(MysteryCauses.All, answer.Cause), Words(MysteryCauses.All, truth.Cause), $"{score.Cause:0} of 20"),
                Row("Which features?", Names(answer.Features), Names(truth.Features), $"{score.Features:0.0} of 15"),
                Row("Is retraining right?", YesNo(answer.RetrainingIsRight), YesNo(truth.RetrainingIsRight), $"{score.Retraining:0} of 15"),
                Row("What do you do?", Words(MysteryActions.All, answer.Action), Words(MysteryActions.All, truth.Action), $"{score.Action:0} of 20"),
                Row("Damage", Damage(result), "none", $"{score.Damage:0} of 10"),
            ]),
            Html.Of($"<h2>What happened</h2>"),
            Html.Table([">Song", "The world", "The fleet", "The team"], Timeline(result)),
        ]));
    }

    private static IEnumerable<IReadOnlyList<Html>> Timeline(MysteryResult result)
    {
        var (one, truth) = (result.Case, result.Truth);
        var world = new List<(long Row, string Text)> { (one.ArmedAtRow, "The mystery was ordered."), (truth.OnsetRow, $"“{truth.Title}” begins.") };
        if (truth.Ramp > 0) world.Add((truth.OnsetRow + truth.Ramp, "The change is complete."));
        if (one.RevealedAtRow is { } end)
        {
            if (truth.OnsetRow + truth.Length < end) world.Add((truth.OnsetRow + truth.Length, "It is over."));
            world.Add((end, "All is told."));
        }

        return world.Select(line => (line.Row, Cells: (IReadOnlyList<Html>)[Number(line.Row), Html.Of($"<strong>{line.Text}</strong>"), Html.None, Html.None]))
            .Concat(one.Lines.Select(line => (line.Row, Cells: (IReadOnlyList<Html>)[Number(line.Row), Html.None, line.Who == MysteryDeeds.Fleet ? Text(line.Text) : Html.None, line.Who == MysteryDeeds.Team ? Text(line.Text) : Html.None])))
            .OrderBy(line => line.Row)
            .Select(line => line.Cells);
    }

    private static string Damage(MysteryResult result)
    {
        var wrongs = MysteryDamage.Wrongs(result.Truth, result.Case.Lines).ToList();
        return wrongs.Count == 0 ? "none" : string.Join(" ", wrongs.Select(wrong => string.Create(CultureInfo.InvariantCulture, $"{wrong.Line.Text} (−{wrong.Cost:0})")));
    }

    private static IReadOnlyList<Html> Row(string question, string said, string truth, FormattableString points) => [Text(question), Text(said), Text(truth), Text(points.ToString(CultureInfo.InvariantCulture))];

    private static string Row(long? row) => row is { } number ? string.Create(CultureInfo.InvariantCulture, $"song {number:N0}") : "no answer";

    private static Html Number(long row) => Html.Of($"{row:N0}");

    private static Html Text(string text) => Html.Of($"{text}");

    private static string Words(IEnumerable<MysteryChoice> choices, string? id) => choices.FirstOrDefault(choice => choice.Id == id)?.Words ?? "no answer";

    private static string Names(IReadOnlyList<string>? features) => features is null ? "no answer" : features.Count == 0 ? "none in particular" : string.Join(", ", features);

    private static string YesNo(bool? said) => said is null ? "no answer" : said.Value ? "yes" : "no";
}
