using MonitoringDemo.Demo.Classroom.Teams;
using MonitoringDemo.Messages.Traffic;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Classroom.Wall;

/// <summary>The instructor's buttons and pictures. The guard in front asks for the token.</summary>
internal static class WallEndpoints
{
    private const int MostSongsPerSecond = 10_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        WallFiles.Map(app);
        var wall = app.MapGroup("/v1/wall");
        wall.MapGet("/", (WallPicture picture) => TypedResults.Ok(picture.Now));
        wall.MapGet("/scenarios", () => TypedResults.Ok(ScenarioCatalog.Live.Select(scenario => new { scenario.Manifest.Id, scenario.Manifest.Title, scenario.Manifest.InShort, scenario.Manifest.Group })));
        wall.MapPost("/scenario", (HttpRequest request, TeamFleets teams, CancellationToken cancellation) => WallOrder.ReadAsync(request, async order => order.Scenario is { } id && ScenarioCatalog.TryGet(id) is { Manifest.IsRunOnly: false }
            ? await ToAsync(order, teams, team => team.SendAsync(new StartScenario(id), cancellation))
            : WallOrder.Invalid("scenario", "scenario must be the id of a scenario; GET /v1/wall/scenarios lists them.")));
        wall.MapPost("/end", (HttpRequest request, TeamFleets teams, CancellationToken cancellation) => WallOrder.ReadAsync(request, order => ToAsync(order, teams, team => team.SendAsync(new EndScenario(), cancellation))));
        wall.MapPost("/pace", (HttpRequest request, TeamFleets teams, CancellationToken cancellation) => WallOrder.ReadAsync(request, async order => order.SongsPerSecond is >= 0 and <= MostSongsPerSecond
            ? await ToAsync(order, teams, team => team.SendAsync(new SetPace(order.SongsPerSecond.Value), cancellation))
            : WallOrder.Invalid("songsPerSecond", $"songsPerSecond must be a number from 0 (pause) to {MostSongsPerSecond}.")));
        wall.MapPost("/reset", (HttpRequest request, TeamFleets teams) => WallOrder.ReadAsync(request, order => Task.FromResult(Reset(order, teams))));
        wall.MapPost("/spotlight", (HttpRequest request, TeamFleets teams) => WallOrder.ReadAsync(request, order => Task.FromResult(Spotlight(order, teams))));
        MysteryOrders.Map(wall);
    }

    /// <summary>To one team, or to all that run when none is named.</summary>
    public static async Task<IResult> ToAsync(WallOrder order, TeamFleets teams, Func<TeamFleet, Task> send)
    {
        if (Unknown(order, teams) is { } wrong) return wrong;
        var meant = Meant(order, teams).ToList();
        if (order.Team is not null && meant[0].Server is null) return TypedResults.Problem($"The fleet of {order.Team} does not run. {meant[0].Problem}", statusCode: StatusCodes.Status409Conflict);
        foreach (var team in meant.Where(team => team.Server is not null)) await send(team);
        return TypedResults.Accepted((string?)null);
    }

    private static IResult Reset(WallOrder order, TeamFleets teams)
    {
        if (Unknown(order, teams) is { } wrong) return wrong;
        teams.Reset([.. Meant(order, teams)]);
        return TypedResults.Accepted((string?)null);
    }

    private static IResult Spotlight(WallOrder order, TeamFleets teams)
    {
        if (Unknown(order, teams) is { } wrong) return wrong;
        teams.Spotlight = order.Team;
        return TypedResults.Accepted((string?)null);
    }

    public static IEnumerable<TeamFleet> Meant(WallOrder order, TeamFleets teams) => teams.All.Where(team => order.Team is null || team.Pass.Name == order.Team);

    public static IResult? Unknown(WallOrder order, TeamFleets teams) => order.Team is null || teams.ByName(order.Team) is not null
        ? null
        : WallOrder.Invalid("team", "team must be the name of a team, as GET /v1/wall lists them, or be left out for all.");
}
