using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.ServiceDefaults.Pages;
using MonitoringDemo.ServiceDefaults.Security;

namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary><c>/join</c>: type the code, get to the page of the team. A link may carry the code.</summary>
internal static class JoinEndpoints
{
    private const int LongestCode = 40;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/join", JoinAsync).WithMetadata(new AsksItself()).ExcludeFromDescription();
        app.MapGet("/", () => TypedResults.Redirect("/wall")).ExcludeFromDescription();
    }

    private static IResult JoinAsync(HttpContext context, string? code, TeamFleets teams, JoinTries tries)
    {
        if (string.IsNullOrWhiteSpace(code)) return Page(context, "");
        var from = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (!tries.MayTry(from)) return Page(context, "Too many wrong codes came from here: wait a minute.", StatusCodes.Status429TooManyRequests);
        if (code.Length > LongestCode || teams.ByCode(JoinCode.Tidy(code)) is not { } team)
        {
            tries.Failed(from);
            return Page(context, "No team has this code. It has eight letters and digits; the instructor's wall shows it.", StatusCodes.Status404NotFound);
        }

        TeamEndpoints.LetIn(context, team.Pass);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect($"{TeamEndpoints.AddressOf(team.Pass)}/");
    }

    private static ContentHttpResult Page(HttpContext context, string problem, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        var page = HtmlPage.Of("Join your team", Html.Of($"with the code that the instructor gave you"), Html.Of(
            $"<form action=\"/join\" method=\"get\"><p><label for=\"code\">Code</label> <input id=\"code\" name=\"code\" autocomplete=\"off\" autocapitalize=\"characters\" maxlength=\"{LongestCode}\" required autofocus> <button>Join</button></p></form>{(problem.Length == 0 ? Html.None : Html.Of($"<p role=\"alert\">{problem}</p>"))}"));
        var answer = HtmlPage.Answer(context.Response, page);
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        return answer;
    }
}
