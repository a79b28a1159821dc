using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Audit;

/// <summary>The registry as evidence.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/audit", (IJournal journal, IBlobStore blobs, ArtifactVerifier verifier) => TypedResults.Ok(RegistryAudit.Run(journal, blobs, verifier)))
            .WithSummary("Whether the journal's chain, artifacts, signatures and snapshots are as they were written");
}
