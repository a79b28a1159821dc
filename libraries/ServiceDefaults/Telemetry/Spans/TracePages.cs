using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Spans;

/// <summary><c>/traces</c>: what this process knows of the last incidents' traces.</summary>
internal static class TracePages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/traces", (SpanStore store, ServiceIdentity service, HttpResponse response) => Page(response, "Traces of incidents", service, List(store))).ExcludeFromDescription();
        app.MapGet("/traces/{incident}", Results<ContentHttpResult, ProblemHttpResult> (string incident, SpanStore store, ServiceIdentity service, HttpResponse response) =>
            store.Of(incident) is { Count: > 0 } traces
                ? Page(response, $"Traces of {incident}", service, Html.Join(traces.Select(Waterfall.Of)))
                : TypedResults.Problem($"No span of '{incident}' is kept here. /traces lists the incidents of which there are some; they are forgotten when the process ends.", statusCode: StatusCodes.Status404NotFound))
            .ExcludeFromDescription();
    }

    private static Html List(SpanStore store)
    {
        var incidents = store.Incidents.Reverse().ToList();
        return incidents.Count == 0
            ? Html.Of($"<p>None yet: a trace is kept when something was found, from the request that completed the evidence on.</p>")
            : Html.Of($"<ul>{Html.Join(incidents.Select(incident => Html.Of($"<li><a href=\"/traces/{Uri.EscapeDataString(incident)}\">{incident}</a></li>\n")))}</ul>");
    }

    private static ContentHttpResult Page(HttpResponse response, string title, ServiceIdentity service, Html body) =>
        HtmlPage.Answer(response, HtmlPage.Of(title, Html.Of($"what {service.Name} has seen of it"), body));
}
