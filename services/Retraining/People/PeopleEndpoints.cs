using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.People;

/// <summary>Tells what waits for people, and whether releases are frozen.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        var registry = app.ServiceProvider.GetRequiredService<Registry>();
        app.MapGet("/v1/approvals", () => TypedResults.Ok(ApprovalsView.Of(registry.State.People))).WithSummary("Versions that wait for people, and the freeze in force");
    }
}
