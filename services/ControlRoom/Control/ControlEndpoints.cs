using System.Globalization;
using System.Text.Json;
using MonitoringDemo.ControlRoom.Stream;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.ControlRoom.Control;

/// <summary>The buttons. Each checks what it got and publishes a command; what comes of it is seen on the page.</summary>
internal static class ControlEndpoints
{
    private sealed record Abilities(bool CanStartOver, string? Name, string Role, bool PeopleAreKnown, bool Mysteries, bool Schedule)
    {
        public static Abilities Of(HttpContext context, IServiceProvider services, Roster roster)
        {
            var caller = Caller.Of(context);
            return new Abilities(services.GetService<IStartOver>() is not null && caller.Role == PersonRole.Admin, caller.Name, caller.Role.ToString().ToLowerInvariant(), roster.IsKept, services.GetService<MysteryOffered>() is not null, services.GetService<ScheduleOffered>() is not null);
        }
    }

    private const double FastestSongsPerSecond = 100_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        var control = app.MapGroup("/v1/control");
        control.MapGet("/", (HttpContext context, IServiceProvider services, Roster roster) => TypedResults.Ok(Abilities.Of(context, services, roster))).WithName("GetControls");
        control.MapGet("/scenarios", ScenariosAsync).WithName("GetScenariosToStart");
        control.MapPost("/scenario", StartAsync).WithName("StartScenario");
        control.MapPost("/end", EndAsync).WithName("EndScenario");
        control.MapPost("/pace", PaceAsync).WithName("SetPace");
        control.MapPost("/accept", AcceptAsync).WithName("AcceptData");
        control.MapPost("/reset", ResetAsync).WithName("ResetToModel1");
        control.MapPost("/take-back", TakeBackAsync).WithName("TakeCanaryBack");
        control.MapPost("/close-alert", CloseAlertAsync).WithName("CloseAlert");
        control.MapPost("/start-over", StartOver).WithName("StartOver").Needs(PersonRole.Admin);
        PeopleControls.Map(control);
    }

    private static async Task<IResult> ScenariosAsync(ScenarioList scenarios, CancellationToken cancellationToken) =>
        await scenarios.AskAsync(cancellationToken) is { } offers
            ? TypedResults.Ok(offers)
            : TypedResults.Problem("The traffic service does not answer. Start it, or set ControlRoom:TrafficUrl to its address.", statusCode: StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> StartAsync(HttpRequest request, ScenarioList scenarios, Commands commands, CancellationToken cancellationToken)
    {
        var body = await CommandBody.ReadAsync(request, cancellationToken);
        if (body.TryGet("id", JsonValueKind.String, "the id of a scenario, for instance \"taste-flip\"", out var value) is { } problem)
            return problem;

        var id = value.GetString()!;
        if (ScenarioName.Problem(id, await scenarios.KnownAsync(cancellationToken)) is { } why)
            return CommandBody.Invalid("id", why);

        await commands.SendAsync(new StartScenario(id), cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<IResult> EndAsync(Commands commands, CancellationToken cancellationToken)
    {
        await commands.SendAsync(new EndScenario(), cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<IResult> PaceAsync(HttpRequest request, Commands commands, CancellationToken cancellationToken)
    {
        const string What = "a number of songs per second from 0 (pause) to 100000";
        var body = await CommandBody.ReadAsync(request, cancellationToken);
        if (body.TryGet("songsPerSecond", JsonValueKind.Number, What, out var value) is { } problem)
            return problem;

        if (!value.TryGetDouble(out var pace) || pace is not (>= 0 and <= FastestSongsPerSecond))
            return CommandBody.Invalid("songsPerSecond", $"songsPerSecond must be {What}.");

        await commands.SendAsync(new SetPace(pace), cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<IResult> CloseAlertAsync(HttpRequest request, LivePicture picture, Commands commands, CancellationToken cancellationToken)
    {
        var body = await CommandBody.ReadAsync(request, cancellationToken);
        if (body.TryGet("alertId", JsonValueKind.String, "the id of an open alert, as GET /v1/alerts lists them", out var value) is { } problem)
            return problem;

        var id = value.GetString()!;
        if (!picture.IsOpen(id))
            return CommandBody.Invalid("alertId", "alertId names no open alert; GET /v1/alerts lists them.");

        await commands.SendAsync(new CloseAlert(picture.Status.Model, id, Caller.Of(request.HttpContext).Name ?? "the control room"), cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static IResult StartOver(IServiceProvider services)
    {
        if (services.GetService<IStartOver>() is not { } host)
            return TypedResults.Problem("Only the demo, which is every service in one process, can start over by itself. Stop the services, empty the data directory and start them again.", statusCode: StatusCodes.Status409Conflict);

        host.Begin();
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<IResult> AcceptAsync(HttpRequest request, LivePicture picture, Commands commands, CancellationToken cancellationToken)
    {
        var body = await CommandBody.ReadAsync(request, cancellationToken);
        if (body.TryGet("feature", JsonValueKind.String, "the name of a broken feature, for instance \"duration_ms\"", out var feature) is { } problem)
            return problem;
        if (string.IsNullOrWhiteSpace(feature.GetString()))
            return CommandBody.Invalid("feature", "feature must be the name of a broken feature.");

        var model = picture.Status.Model;
        var by = Caller.Of(request.HttpContext).Name ?? body.TextOr("requestedBy", "control-room");
        var reason = body.TextOr("reason", "accepted in the control room");
        await commands.SendAsync(new AcceptData(model, commands.NewStory(model, "accept"), feature.GetString()!, by, reason), cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<IResult> ResetAsync(HttpContext context, LivePicture picture, Commands commands, CancellationToken cancellationToken)
    {
        var model = picture.Status.Model;
        await commands.SendAsync(new RestoreModel(model, commands.NewStory(model, "reset"), 1, Caller.Of(context).Name ?? "control-room", "Reset to model 1 from the control room."), cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<IResult> TakeBackAsync(HttpRequest request, LivePicture picture, Commands commands, CancellationToken cancellationToken)
    {
        if (picture.Canary is not { } canary)
            return TypedResults.Problem("No canary answers requests now: there is nothing to take back.", statusCode: StatusCodes.Status409Conflict);

        var body = await CommandBody.ReadAsync(request, cancellationToken);
        var (model, by) = (picture.Status.Model, body.TextOr("requestedBy", "control-room"));
        var reason = body.TextOr("reason", string.Create(CultureInfo.InvariantCulture, $"model {canary} was taken back in the control room"));
        // To restore the version that serves is to take back the one that answers beside it.
        await commands.SendAsync(new RestoreModel(model, commands.NewStory(model, "take-back"), picture.Status.ChampionVersion, by, reason), cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}
