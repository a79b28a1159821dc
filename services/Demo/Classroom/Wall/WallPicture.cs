using MonitoringDemo.Demo.Classroom.Teams;
using MonitoringDemo.Demo.Mystery.Case;

namespace MonitoringDemo.Demo.Classroom.Wall;

/// <summary>Gathers what the wall shows.</summary>
internal sealed class WallPicture(TeamFleets teams, MysteryBook book)
{
    public WallShown Now
    {
        get
        {
            var shown = teams.All.Select(Of).ToList();
            return new WallShown(shown, teams.Spotlight, LeagueRow.Of(shown, book.Cases));
        }
    }

    private WallTeam Of(TeamFleet team) => new(team.Pass.Name, team.Pass.Code, team.Problem, team.Glance, WallMystery.Of(book.NewestOf(team.Pass.Name)));
}
