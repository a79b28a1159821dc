using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Retraining.Release;

/// <summary>Tells the processes that serve what is in force: a message may have passed one by.</summary>
internal static class ReleaseEndpoint
{
    private const int LongestName = 200;

    public static void MapRelease(this IEndpointRouteBuilder app)
    {
        var registry = app.ServiceProvider.GetRequiredService<Registry>();
        var processes = app.ServiceProvider.GetRequiredService<ServingProcesses>();
        app.MapGet("/v1/release", IResult (string? instance, long? serves) =>
            {
                if (instance is { Length: > 0 and <= LongestName }) processes.Asks(instance, serves ?? 0);
                return registry.State.Release is { Change: var release }
                    ? Results.Json(new { release, first = registry.State.Version(1).Reference, retired = Announced(registry.State) }, MessageJson.Options)
                    : Results.NoContent();
            })
            .WithSummary("The release in force and the first version; who asks with a name is taken for a process that serves");
    }

    /// <summary>The last moves out of use, or back, of the versions that answer.</summary>
    public static IReadOnlyList<VersionRetired> Announced(RegistryState state) =>
        [.. new[] { state.Champion?.Version, state.ShadowVersion }.OfType<int>().Distinct().Where(state.Retirement.Moves.ContainsKey).Select(version => state.Retirement.Moves[version])];
}
