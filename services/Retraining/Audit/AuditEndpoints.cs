using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.Retraining.Audit.Export;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Pages;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Audit;

/// <summary>The registry as evidence.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/audit/export", Export).WithSummary("Who or what did what, on what evidence, under which policy, for a period; ?format=html for a page");
        app.MapGet("/v1/audit", (IJournal journal, IBlobStore blobs, ArtifactVerifier verifier) => TypedResults.Ok(RegistryAudit.Run(journal, blobs, verifier)))
            .WithSummary("Whether the journal's chain, artifacts, signatures and snapshots are as they were written");
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Export(DateTimeOffset? from, DateTimeOffset? to, string? format, IJournal journal, IBlobStore blobs, ArtifactVerifier verifier, ModelSlot slot, HttpResponse response)
    {
        if (from >= to) return TypedResults.Problem("to has to be after from.", statusCode: StatusCodes.Status400BadRequest);
        if (format is not (null or "jsonl" or "html")) return TypedResults.Problem($"format '{format}' is not known: html or jsonl.", statusCode: StatusCodes.Status400BadRequest);
        try
        {
            var lines = AuditExport.Lines(journal, from, to);
            return format == "html"
                ? HtmlPage.Answer(response, AuditPage.Of(slot.Model, lines, RegistryAudit.Run(journal, blobs, verifier), FormattableString.Invariant($"From {from:u} to {to:u}.")))
                : TypedResults.Content(AuditExport.JsonLines(lines), "application/jsonl", Encoding.UTF8);
        }
        catch (DamagedJournalException e)
        {
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status500InternalServerError);
        }
    }
}
