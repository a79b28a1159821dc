using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ControlRoom.Page;

/// <summary>Leads from an incident on the page to what is written about it, in whichever process that is.</summary>
internal static class IncidentEndpoints
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/incidents/{incident}/report", (string incident, IOptions<ControlRoomOptions> options) => Lead(options.Value.RetrainingUrl, $"/v1/incidents/{Uri.EscapeDataString(incident)}/report")).ExcludeFromDescription();

    private static RedirectHttpResult Lead(Uri? elsewhere, string path) => TypedResults.Redirect(elsewhere is null ? path : new Uri(elsewhere, path).AbsoluteUri);
}
