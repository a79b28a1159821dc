using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary><c>/team/NAME</c> and everything below: the page, the API, the event stream and the metrics of that team's fleet, for its members and for the instructor.</summary>
internal static class TeamEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Map("/team/{name}/{**path}", AnswerAsync).WithMetadata(new AsksItself()).ExcludeFromDescription();
    }

    /// <summary>The cookie of a team's members, good below its address alone.</summary>
    public static void LetIn(HttpContext context, TeamPass team) => context.Response.Cookies.Append(
        CookieName,
        JoinCode.CookieOf(team.Code),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = AddressOf(team), MaxAge = TimeSpan.FromDays(1) });

    /// <summary>Where a team's page is; a slash follows.</summary>
    public static string AddressOf(TeamPass team) => $"/team/{team.Name}";

    private const string CookieName = "monitoringdemo-team";

    private static async Task AnswerAsync(HttpContext context, string name, TeamFleets teams, TeamRules rules)
    {
        // The same answer for a team that there is not: names are not to be tried.
        if (teams.ByName(name) is not { } team || !(IsInstructor(context) || JoinCode.Same(JoinCode.CookieOf(team.Pass.Code), context.Request.Cookies[CookieName])))
        {
            await RefuseAsync(context, name);
            return;
        }

        var below = new PathString(AddressOf(team.Pass));
        if (!context.Request.Path.StartsWithSegments(below, StringComparison.Ordinal, out var rest)) rest = PathString.Empty;
        if (!rest.HasValue)
        {
            // The page's own addresses are relative to it.
            context.Response.Redirect($"{below}/{context.Request.QueryString}");
            return;
        }

        if (rules.Refusal(rest, team) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        if (team.Server is not { } server || team.Token is not { } token || !await server.TryProcessAsync(TeamRequest.Of(context, below, rest, token)))
            await TypedResults.Problem($"The fleet of {team.Pass.Name} does not run. {team.Problem}", statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
    }

    private static bool IsInstructor(HttpContext context) => context.Features.Get<Caller>() is { Role: >= PersonRole.Operator };

    private static Task RefuseAsync(HttpContext context, string name)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            context.Response.Redirect("/join");
            return Task.CompletedTask;
        }

        return TypedResults.Problem($"You are not in the team '{name}', or there is no such team: open /join and type its code.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
    }
}
