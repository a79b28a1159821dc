using System.Globalization;
using System.Text;
using MonitoringDemo.Demo.Mystery.Case;

namespace MonitoringDemo.Demo.Classroom.Wall;

/// <summary>The results as a table for other programs: a row a mystery, and one for each team that had none.</summary>
internal static class ResultsCsv
{
    private const string Head = "team,mystery,seed,scenario,ordered_at,onset,answers,answered_at,revealed_at,since,promptness,cause,features,retraining,action,damage,total\n";

    public static string Of(IEnumerable<string> teams, IReadOnlyList<MysteryCase> cases)
    {
        var text = new StringBuilder(Head);
        foreach (var team in teams)
        {
            var own = cases.Where(one => one.Team == team && !one.IsVoid).ToList();
            if (own.Count == 0) text.Append(team).Append(',', Head.Count(letter => letter == ',')).Append('\n');
            foreach (var one in own) text.Append(Row(one)).Append('\n');
        }

        return text.ToString();
    }

    // Names, numbers and ids of our own making: none needs a quote.
    private static string Row(MysteryCase one)
    {
        var score = MysteryResult.Of(one)?.Score;
        object?[] cells =
        [
            one.Team, one.Id, one.Seed, one.ScenarioId, one.ArmedAtRow, one.OnsetRow, one.Answers.Count, one.Answers.Count == 0 ? null : one.Answers[^1].Row, one.RevealedAtRow,
            score?.Since, score?.Promptness, score?.Cause, score?.Features, score?.Retraining, score?.Action, score?.Damage, score?.Total,
        ];
        return string.Join(',', cells.Select(cell => cell is double number ? Math.Round(number, 1).ToString(CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture)));
    }
}
