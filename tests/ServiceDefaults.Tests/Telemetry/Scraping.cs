namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry;

internal static class Scraping
{
    public const string OpenMetrics = "application/openmetrics-text; version=1.0.0";

    public static async Task<Page> ScrapeAsync(this TestService service, string accept = OpenMetrics)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return new Page(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
