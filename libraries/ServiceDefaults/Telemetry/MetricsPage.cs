using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MonitoringDemo.ServiceDefaults.Telemetry.Bridge;
using Prometheus;

namespace MonitoringDemo.ServiceDefaults.Telemetry;

/// <summary><c>/metrics</c>: prometheus-net renders it, one page at a time.</summary>
internal sealed class MetricsPage(MeterBridge bridge, IServiceProvider services, ILogger<MetricsPage> logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private bool _expected;

    /// <summary>Maps it for GET alone.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        var endpoint = app.MapMetrics(settings => settings.Registry = bridge.Registry);
        endpoint.Add(page => page.RequestDelegate = Whole(page.RequestDelegate!));
        endpoint.WithMetadata(new HttpMethodMetadata([HttpMethods.Get]));
        endpoint.DisableHttpMetrics().ExcludeFromDescription();
    }

    public void Dispose() => _turn.Dispose();

    // The page is made in memory, so that a slow client keeps no other waiting and no page mixes two collections.
    private RequestDelegate Whole(RequestDelegate render) => async context =>
    {
        using var page = new MemoryStream();
        var body = context.Response.Body;
        await _turn.WaitAsync(context.RequestAborted);
        try
        {
            Collect();
            context.Response.Body = page;
            await render(context);
        }
        finally
        {
            context.Response.Body = body;
            _turn.Release();
        }

        context.Response.ContentLength = page.Length;
        page.Position = 0;
        await page.CopyToAsync(body, context.RequestAborted);
    };

    private void Collect()
    {
        if (!_expected)
        {
            // Asked for by the first page: options are validated before that, and say themselves what is wrong with them.
            foreach (var histogram in services.GetServices<ExpectedHistogram>()) bridge.Expect(histogram);
            _expected = true;
        }

        foreach (var remark in bridge.Collect()) logger.LogWarning("{Remark}", remark);
    }
}
