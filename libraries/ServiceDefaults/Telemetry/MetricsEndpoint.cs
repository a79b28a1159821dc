using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using MonitoringDemo.ServiceDefaults.Telemetry.OpenMetrics;

namespace MonitoringDemo.ServiceDefaults.Telemetry;

internal static class MetricsEndpoint
{
    private const string OpenMetricsType = "application/openmetrics-text";

    public static void MapMetrics(this IEndpointRouteBuilder app) =>
        app.MapGet("/metrics", (HttpRequest request, TelemetryProviders telemetry) =>
        {
            var format = Negotiate(request);
            var type = format == ExpositionFormat.OpenMetrics ? OpenMetricsType + "; version=1.0.0" : "text/plain; version=0.0.4";
            return TypedResults.Text(telemetry.Scrape(format), type + "; charset=utf-8");
        }).DisableHttpMetrics().ExcludeFromDescription();

    private static ExpositionFormat Negotiate(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)) return ExpositionFormat.PrometheusText;
        var open = Quality(accepted, OpenMetricsType);
        return open > 0 && open >= Quality(accepted, "text/plain") ? ExpositionFormat.OpenMetrics : ExpositionFormat.PrometheusText;
    }

    private static double Quality(IEnumerable<MediaTypeHeaderValue> accepted, string type) =>
        accepted.Where(a => a.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(a => a.Quality ?? 1).DefaultIfEmpty(0).Max();
}
