using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.Http;

namespace MonitoringDemo.Retraining.Retire;

/// <summary>Warns whoever asks for a version, or for an artifact by its hash, that it is on its way out; for what was deleted the answer is 410.</summary>
internal static class RetirementWarning
{
    /// <param name="endpoint">Its route names a <c>version</c> or a <c>sha256</c>.</param>
    /// <param name="staysWhenDeleted">It tells what the journal keeps, and so goes on when artifact and rows are gone.</param>
    public static RouteHandlerBuilder WarnsOfRetirement(this RouteHandlerBuilder endpoint, bool staysWhenDeleted = false) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var state = http.RequestServices.GetRequiredService<Registry>().State;
        if (Of(state, http.Request.RouteValues) is not { } move) return await next(context);
        if (move.Stage == VersionStages.Deleted && !staysWhenDeleted)
            return TypedResults.Problem($"Version {move.Version} was deleted at {move.Since:yyyy-MM-dd HH:mm}Z: its artifact and rows are gone, and GET /v1/models/{move.Version} tells what the journal keeps. {move.Reason}", statusCode: StatusCodes.Status410Gone);
        new EndOfLife(move.Since, move.Sunset).Tell(http.Response);
        return await next(context);
    });

    /// <summary>The last move of the version that is asked for; of several with the same bytes, none while one of them is active.</summary>
    private static VersionRetired? Of(RegistryState state, RouteValueDictionary route)
    {
        if (state.Retirement.Moves.IsEmpty) return null;
        if (route.TryGetValue("version", out var text) && int.TryParse(text as string, out var version)) return state.Retirement.Of(version);
        if (!route.TryGetValue("sha256", out var sha256)) return null;
        var moves = state.Versions.Where(each => each.Sha256 == (string?)sha256).Select(each => state.Retirement.Of(each.Version)).ToList();
        return moves.Contains(null) ? null : moves.OfType<VersionRetired>().MinBy(move => VersionStages.All.ToList().IndexOf(move.Stage));
    }
}
