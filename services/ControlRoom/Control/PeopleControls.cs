using System.Globalization;
using System.Text.Json;
using MonitoringDemo.ControlRoom.Stream;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.ControlRoom.Control;

/// <summary>What people decide about releases. Who it is, the token says, and not the body: approvals count by name.</summary>
internal static class PeopleControls
{
    private const int LongestReason = 400;
    private const string ReasonWords = "a sentence that says why, of at most 400 letters";

    public static void Map(IEndpointRouteBuilder control)
    {
        control.MapPost("/retrain", RetrainAsync).WithName("RetrainModel");
        control.MapPost("/approve", (HttpContext context, LivePicture picture, Commands commands, Roster roster) => JudgeAsync(context, picture, commands, roster, approves: true)).WithName("ApproveVersion").Needs(PersonRole.Approver);
        control.MapPost("/refuse", (HttpContext context, LivePicture picture, Commands commands, Roster roster) => JudgeAsync(context, picture, commands, roster, approves: false)).WithName("RefuseVersion").Needs(PersonRole.Approver);
        control.MapPost("/freeze", FreezeAsync).WithName("FreezeReleases");
        control.MapPost("/unfreeze", UnfreezeAsync).WithName("UnfreezeReleases");
        control.MapPost("/roll-back", RollBackAsync).WithName("RollBackRelease");
        control.MapPost("/retire", RetireAsync).WithName("RetireVersion").Needs(PersonRole.Approver);
    }

    private static async Task<IResult> RetrainAsync(HttpContext context, LivePicture picture, Commands commands)
    {
        var body = await CommandBody.ReadAsync(context.Request, context.RequestAborted);
        if (Reason(body, out var reason) is { } problem) return problem;
        var trainer = body.TextOr("trainer", "");
        return await SendAsync(context, commands, "manual", picture, id => new RetrainModel(picture.Status.Model, id, By(context), reason, trainer.Length == 0 ? null : trainer));
    }

    private static async Task<IResult> JudgeAsync(HttpContext context, LivePicture picture, Commands commands, Roster roster, bool approves)
    {
        var body = await CommandBody.ReadAsync(context.Request, context.RequestAborted);
        if (body.TryGet("version", JsonValueKind.Number, "the number of a version that waits, as GET /v1/approvals lists them", out var value) is { } noVersion) return noVersion;
        if (!value.TryGetInt32(out var version) || version < 1) return CommandBody.Invalid("version", "version must be the number of a version that waits, as GET /v1/approvals lists them.");
        if (Reason(body, out var reason) is { } problem) return problem;
        if (!roster.IsKept)
            return TypedResults.Problem($"Nobody is told apart here, so that nobody can approve: name people with {Roster.Variable}_FILE.", statusCode: StatusCodes.Status409Conflict);
        if (Caller.Of(context).Name is not { } name)
            return TypedResults.Problem("The token that the services share is nobody: send the token of a person.", statusCode: StatusCodes.Status403Forbidden);
        return await SendAsync(context, commands, approves ? "approve" : "refuse", picture, id => new JudgeVersion(picture.Status.Model, id, version, approves, name, reason));
    }

    private static async Task<IResult> FreezeAsync(HttpContext context, LivePicture picture, Commands commands, TimeProvider time)
    {
        var body = await CommandBody.ReadAsync(context.Request, context.RequestAborted);
        if (Reason(body, out var reason) is { } problem) return problem;
        if (Moment(body, "until", time, out var until) is { } noMoment) return noMoment;
        return await SendAsync(context, commands, "freeze", picture, id => new SetFreeze(picture.Status.Model, id, true, By(context), reason, until));
    }

    private static async Task<IResult> UnfreezeAsync(HttpContext context, LivePicture picture, Commands commands)
    {
        var body = await CommandBody.ReadAsync(context.Request, context.RequestAborted);
        if (Reason(body, out var reason) is { } problem) return problem;
        return await SendAsync(context, commands, "unfreeze", picture, id => new SetFreeze(picture.Status.Model, id, false, By(context), reason));
    }

    private static async Task<IResult> RollBackAsync(HttpContext context, LivePicture picture, Commands commands)
    {
        var body = await CommandBody.ReadAsync(context.Request, context.RequestAborted);
        if (Reason(body, out var reason) is { } problem) return problem;
        if (Version(body, "version", out var version) is { } wrong) return wrong;
        if (Version(body, "to", out var to) is { } wrongTo) return wrongTo;
        // Two who press at once mean the same version: it is taken back once.
        var meant = version ?? (picture.Status.ChampionVersion > 0 ? picture.Status.ChampionVersion : null);
        return await SendAsync(context, commands, "roll-back", picture, id => new RollBackRelease(picture.Status.Model, id, By(context), reason, meant, to));
    }

    private static async Task<IResult> RetireAsync(HttpContext context, LivePicture picture, Commands commands, TimeProvider time)
    {
        var body = await CommandBody.ReadAsync(context.Request, context.RequestAborted);
        if (Version(body, "version", out var version) is { } wrong) return wrong;
        if (version is null) return CommandBody.Invalid("version", "version must be the number of a version, as GET /v1/models lists them.");
        if (Reason(body, out var reason) is { } problem) return problem;
        var stage = body.TextOr("stage", "");
        if (!VersionStages.All.Contains(stage)) return CommandBody.Invalid("stage", $"stage must be one of {string.Join(", ", VersionStages.All)}.");
        if (stage == VersionStages.Deleted && Caller.Of(context).Role < PersonRole.Admin)
            return TypedResults.Problem("To delete a version takes an admin: it cannot be taken back.", statusCode: StatusCodes.Status403Forbidden);
        if (Moment(body, "sunset", time, out var sunset) is { } noMoment) return noMoment;
        if (sunset is not null && stage != VersionStages.Deprecated) return CommandBody.Invalid("sunset", "sunset is for the stage deprecated: from that moment on the version may be gone.");
        return await SendAsync(context, commands, "retire", picture, id => new RetireVersion(picture.Status.Model, id, version.Value, stage, By(context), reason, sunset));
    }

    private static IResult? Moment(CommandBody body, string field, TimeProvider time, out DateTimeOffset? moment)
    {
        const string What = "a moment to come, for instance \"2030-01-31T08:00:00Z\"";
        moment = null;
        if (!body.Has(field)) return null;
        if (body.TryGet(field, JsonValueKind.String, What, out var text) is { } noText) return noText;
        if (!DateTimeOffset.TryParse(text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var end) || end <= time.GetUtcNow())
            return CommandBody.Invalid(field, $"{field} must be {What}.");
        moment = end;
        return null;
    }

    private static IResult? Reason(CommandBody body, out string reason)
    {
        reason = "";
        if (body.TryGet("reason", JsonValueKind.String, ReasonWords, out var value) is { } problem) return problem;
        reason = value.GetString()!.Trim();
        return reason.Length is >= 1 and <= LongestReason && !reason.Any(char.IsControl) ? null : CommandBody.Invalid("reason", $"reason must be {ReasonWords}.");
    }

    private static IResult? Version(CommandBody body, string field, out int? version)
    {
        const string What = "the number of a version, as GET /v1/models lists them";
        version = null;
        if (!body.Has(field)) return null;
        if (body.TryGet(field, JsonValueKind.Number, What, out var value) is { } problem) return problem;
        if (!value.TryGetInt32(out var number) || number < 1) return CommandBody.Invalid(field, $"{field} must be {What}.");
        version = number;
        return null;
    }

    private static string By(HttpContext context) => Caller.Of(context).Name ?? "control-room";

    private static async Task<IResult> SendAsync<T>(HttpContext context, Commands commands, string what, LivePicture picture, Func<string, T> command)
        where T : class
    {
        if (ModelSlot.Of(context.RequestServices.GetRequiredService<IConfiguration>()).ServedElsewhere)
            return TypedResults.Problem("The model is served elsewhere: nothing is trained or released here.", statusCode: StatusCodes.Status409Conflict);
        var id = commands.NewStory(picture.Status.Model, what);
        await commands.SendAsync(command(id), context.RequestAborted);
        return TypedResults.Accepted((string?)null, new { updateId = id });
    }
}
