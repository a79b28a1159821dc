using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Retire;

namespace MonitoringDemo.Retraining.Register;

/// <summary>What the registry tells people and programs.</summary>
internal static class RegistryEndpoints
{
    public static void MapRegistry(this IEndpointRouteBuilder app)
    {
        var registry = app.ServiceProvider.GetRequiredService<Registry>();
        app.MapGet("/v1/models", () => TypedResults.Ok<IReadOnlyList<ModelView>>([.. registry.State.Versions.Select(version => ModelView.Of(version, registry.State))]))
            .WithSummary("Every registered version, oldest first");
        app.MapGet("/v1/models/{version:int}", Results<Ok<ModelDetails>, ProblemHttpResult> (int version) => version >= 1 && version <= registry.State.Versions.Count
                ? TypedResults.Ok(new ModelDetails(ModelView.Of(registry.State.Version(version), registry.State), registry.State.Version(version)))
                : VersionDocument.NoSuchVersion(registry, version))
            .WithSummary("One version with its gates, seed and lineage").WarnsOfRetirement(staysWhenDeleted: true);
        app.MapGet("/v1/experiments", () => TypedResults.Ok(ExperimentView.All(registry.State))).WithSummary("Every candidate of every training run");
        app.MapGet("/v1/decisions", () => TypedResults.Ok<IReadOnlyList<DecisionMade>>(registry.State.Decisions)).WithSummary("What the policy decided, and why");
    }
}
