using MonitoringDemo.ControlRoom;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Demo.Mystery.Desk;

/// <summary><c>/v1/mystery</c> in a team's fleet: what is asked, the answer, and after the reveal the truth.</summary>
internal static class MysteryEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var mystery = app.MapGroup("/v1/mystery");
        mystery.MapGet("/", (MysteryDesk desk) => TypedResults.Ok(MysteryShown.Of(desk.Book.NewestOf(desk.Team)))).WithName("GetMystery").WithSummary("The hidden incident of the team: what is asked, and what was answered.");
        mystery.MapPost("/answer", AnswerAsync).WithName("AnswerMystery").WithSummary("Since when, what, which features, is retraining right, what do you do. The last answer before the reveal counts.");
        mystery.MapGet("/reveal", Reveal).ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request, MysteryDesk desk, IFleetGlance fleet)
    {
        var (answer, problem) = await AnswerBody.ReadAsync(request);
        if (problem is not null) return problem;
        return desk.Answer(answer!, fleet)
            ? TypedResults.Accepted((string?)null)
            : TypedResults.Problem("No mystery runs: the instructor starts one.", statusCode: StatusCodes.Status409Conflict);
    }

    private static IResult Reveal(HttpContext context, MysteryDesk desk) => desk.Book.NewestOf(desk.Team) is { } one && Case.MysteryResult.Of(one) is { } result
        ? HtmlPage.Answer(context.Response, RevealPage.Of(result))
        : TypedResults.Problem("Nothing is revealed yet.", statusCode: StatusCodes.Status404NotFound);
}
