using System.Security.Cryptography;
using MonitoringDemo.Demo.Classroom.Teams;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Demo.Mystery.Desk;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Demo.Classroom.Wall;

/// <summary>The instructor's buttons for mysteries, the debrief and the results.</summary>
internal static class MysteryOrders
{
    public static void Map(IEndpointRouteBuilder wall)
    {
        wall.MapPost("/mystery", (HttpRequest request, TeamFleets teams, MysteryDirector director) => WallOrder.ReadAsync(request, order =>
        {
            // The same for all teams of one order: only so their points compare.
            var seed = order.Seed ?? BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
            return EachAsync(order, teams, team => director.OrderAsync(team, seed, request.HttpContext.RequestAborted));
        }));
        wall.MapPost("/reveal", (HttpRequest request, TeamFleets teams, MysteryDirector director) => WallOrder.ReadAsync(request, order => EachAsync(order, teams, team => director.RevealAsync(team, request.HttpContext.RequestAborted))));
        wall.MapGet("/mysteries", (MysteryBook book) => TypedResults.Ok(book.Cases.Select(one => new { Case = one, Result = MysteryResult.Judge(one) })));
        wall.MapGet("/mysteries/{id}", (string id, HttpResponse response, MysteryBook book) => Debrief(id, response, book));
        wall.MapGet("/results.csv", (TeamFleets teams, MysteryBook book) => TypedResults.Text(ResultsCsv.Of(teams.All.Select(team => team.Pass.Name), book.Cases), "text/csv; charset=utf-8"));
    }

    private static IResult Debrief(string id, HttpResponse response, MysteryBook book) => book.Cases.FirstOrDefault(one => one.Id == id) is { } found && MysteryResult.Judge(found) is { } result
        ? HtmlPage.Answer(response, RevealPage.Of(result))
        : TypedResults.Problem("There is no such mystery, or it has not begun; GET /v1/wall/mysteries lists them.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>For one team what hinders is an error; for all, it is one when nobody could.</summary>
    private static async Task<IResult> EachAsync(WallOrder order, TeamFleets teams, Func<TeamFleet, Task<string?>> carryOut)
    {
        if (WallEndpoints.Unknown(order, teams) is { } wrong) return wrong;
        var problems = new List<string>();
        var done = 0;
        foreach (var team in WallEndpoints.Meant(order, teams))
        {
            if (await carryOut(team) is { } problem) problems.Add(problem);
            else done++;
        }

        return done > 0 ? TypedResults.Accepted((string?)null, new { Teams = done, Problems = problems }) : TypedResults.Problem(string.Join(" ", problems), statusCode: StatusCodes.Status409Conflict);
    }
}
