using MonitoringDemo.Demo.Mystery.Case;

namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary>What a team's page may not do while a mystery runs: an operator has no button that changes the world, and no list of what can happen to it.</summary>
internal sealed class TeamRules(MysteryBook book)
{
    private const string Why = "A mystery runs: the world is the instructor's until it is revealed.";

    private static readonly string[] s_empty = ["/v1/scenarios", "/v1/control/scenarios"];
    private static readonly string[] s_refused = ["/v1/control/scenario", "/v1/control/end", "/v1/control/pace", "/v1/traffic"];

    /// <summary>The answer to a request that the fleet is not to see; null where it may.</summary>
    public IResult? Refusal(PathString path, TeamFleet team)
    {
        // Routes take a name in any case, and with a slash behind it.
        var meant = path.Value!.TrimEnd('/');
        if (Is(s_empty) && Runs()) return TypedResults.Ok(Array.Empty<string>());
        return Is(s_refused) && Runs() ? TypedResults.Problem(Why, statusCode: StatusCodes.Status409Conflict) : null;

        bool Is(string[] paths) => paths.Contains(meant, StringComparer.OrdinalIgnoreCase);
        bool Runs() => book.OpenOf(team.Pass.Name) is not null;
    }
}
