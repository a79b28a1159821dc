using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ControlRoom.Page;

/// <summary>Leads from an incident or a version on the page to what is written about it, in whichever process that is.</summary>
internal static class PageLinks
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/incidents/{incident}/report", (string incident, IOptions<ControlRoomOptions> options) => Lead(options, $"/v1/incidents/{Uri.EscapeDataString(incident)}/report")).ExcludeFromDescription();
        app.MapGet("/models/{version:int}/card", (int version, IOptions<ControlRoomOptions> options) => Lead(options, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/v1/models/{version}/card"))).ExcludeFromDescription();
    }

    private static RedirectHttpResult Lead(IOptions<ControlRoomOptions> options, string path) =>
        TypedResults.Redirect(options.Value.RetrainingUrl is { } elsewhere ? new Uri(elsewhere, path).AbsoluteUri : $"~{path}");
}
