using MonitoringDemo.Demo.Mystery.Case;

namespace MonitoringDemo.Demo.Classroom.Wall;

/// <summary>A team in the league table.</summary>
/// <param name="Team">Its name.</param>
/// <param name="Mysteries">How many were revealed.</param>
/// <param name="Points">Their sum.</param>
/// <param name="Mean">Points a mystery; 0 before the first.</param>
/// <param name="Accuracy">The share that its fleet answers right now; null where it does not run.</param>
internal sealed record LeagueRow(string Team, int Mysteries, double Points, double Mean, double? Accuracy)
{
    /// <summary>Most points first, then by accuracy and name.</summary>
    public static IReadOnlyList<LeagueRow> Of(IReadOnlyList<WallTeam> teams, IReadOnlyList<MysteryCase> cases)
    {
        var results = cases.Select(MysteryResult.Of).OfType<MysteryResult>().ToLookup(result => result.Case.Team, result => result.Score.Total);
        return
        [
            .. teams.Select(team => new LeagueRow(
                    team.Name, results[team.Name].Count(), Math.Round(results[team.Name].Sum(), 1), results[team.Name].DefaultIfEmpty(0).Average(), team.Fleet?.Accuracy))
                .OrderByDescending(row => row.Points).ThenByDescending(row => row.Accuracy ?? 0).ThenBy(row => row.Team, StringComparer.Ordinal),
        ];
    }
}
