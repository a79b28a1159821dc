using Microsoft.AspNetCore.Http.HttpResults;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.Pages;
using MonitoringDemo.ServiceDefaults.Telemetry.Spans;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Report;

/// <summary>Incidents, and a page about each.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/incidents", (IJournal journal) => TypedResults.Ok(IncidentReports.List(journal))).WithSummary("Every incident, oldest first");
        app.MapGet("/v1/incidents/{incident}", Results<Ok<IncidentView>, ProblemHttpResult> (string incident, IJournal journal) =>
                IncidentStory.All(journal).FirstOrDefault(story => story.Id == incident) is { } story ? TypedResults.Ok(IncidentView.Of(story)) : NoSuch(incident))
            .WithSummary("What was found, decided, tried and served in one incident");
        app.MapGet("/v1/incidents/{incident}/report", Results<ContentHttpResult, ProblemHttpResult> (string incident, IJournal journal, IInferenceLog log, SpanStore spans, HttpResponse response) =>
                IncidentReports.Write(journal, log, incident, Traces(spans, incident)) is { } page
                    ? HtmlPage.Answer(response, page)
                    : NoSuch(incident))
            .WithSummary("What was found, decided, tried and served in one incident: a page to read and to print");
    }

    private static ProblemHttpResult NoSuch(string incident) =>
        TypedResults.Problem($"There is no incident '{incident}'. GET /v1/incidents lists them.", statusCode: StatusCodes.Status404NotFound);

    // They are in memory: an incident of before the last start has none.
    private static Html Traces(SpanStore spans, string incident) =>
        spans.Of(incident).Count > 0 ? Html.Of($"· <a href=\"/traces/{Uri.EscapeDataString(incident)}\">its traces</a>") : Html.None;
}
