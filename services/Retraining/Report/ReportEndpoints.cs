using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.Pages;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Report;

/// <summary>Incidents, and a page about each.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/incidents", (IJournal journal) => TypedResults.Ok(IncidentReports.List(journal))).WithSummary("Every incident, oldest first");
        app.MapGet("/v1/incidents/{incident}/report", Results<ContentHttpResult, ProblemHttpResult> (string incident, IJournal journal, IInferenceLog log, HttpResponse response) =>
            {
                if (IncidentReports.Write(journal, log, incident) is not { } page)
                    return TypedResults.Problem($"There is no incident '{incident}'. GET /v1/incidents lists them.", statusCode: StatusCodes.Status404NotFound);
                response.Headers.ContentSecurityPolicy = HtmlPage.ContentSecurityPolicy;
                response.Headers.XContentTypeOptions = "nosniff";
                response.Headers.CacheControl = "no-cache";
                return TypedResults.Content(page, MediaTypeNames.Text.Html, Encoding.UTF8);
            })
            .WithSummary("What was found, decided, tried and served in one incident: a page to read and to print");
    }
}
