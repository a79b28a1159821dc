using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry;

public sealed class TelemetryExportTests
{
    [Fact]
    public async Task Traces_metrics_and_logs_go_to_the_endpoint_that_is_set_and_the_page_stays()
    {
        await using var collector = await Collector.StartAsync();
        var builder = WebApplication.CreateBuilder();
        using var data = new TemporaryData();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["Data:Directory"] = data.Directory.Root;
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        builder.AddServiceDefaults("exporting");
        using var source = new ActivitySource("MonitoringDemo.ExportTests");
        string page;
        await using (var app = builder.Build())
        {
            app.MapServiceDefaults();
            await app.StartAsync(TestContext.Current.CancellationToken);
            app.Services.GetRequiredService<IMeterFactory>().Create("MonitoringDemo.ExportTests").CreateCounter<long>("mlops_exported").Add(1);
            using (source.StartActivity("exported-span")) app.Services.GetRequiredService<ILogger<TelemetryExportTests>>().LogWarning("The {Thing} is out.", "word");
            using var client = new HttpClient();
            page = await client.GetStringAsync(new Uri(app.Urls.First() + "/metrics"), TestContext.Current.CancellationToken);
        }

        collector.Received("/v1/traces").ShouldContain("exported-span");
        collector.Received("/v1/metrics").ShouldContain("mlops_exported");
        collector.Received("/v1/metrics").ShouldContain("dotnet.gc.collections");
        collector.Received("/v1/logs").ShouldContain("The word is out.");
        collector.Received("/v1/logs").ShouldContain("exporting");
        page.ShouldContain("mlops_exported_total 1\n");
    }

    /// <summary>Takes what an OTLP exporter sends over HTTP, and keeps the bytes.</summary>
    private sealed class Collector(WebApplication app, ConcurrentQueue<(string Path, string Body)> bodies) : IAsyncDisposable
    {
        public string Address => app.Urls.First();

        public static async Task<Collector> StartAsync()
        {
            var bodies = new ConcurrentQueue<(string, string)>();
            var builder = WebApplication.CreateSlimBuilder();
            builder.Configuration["urls"] = "http://127.0.0.1:0";
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                bodies.Enqueue((context.Request.Path.Value!, Encoding.UTF8.GetString(body.ToArray())));
                context.Response.StatusCode = StatusCodes.Status200OK;
            });
            await app.StartAsync(TestContext.Current.CancellationToken);
            return new Collector(app, bodies);
        }

        public string Received(string path) => string.Concat(bodies.Where(body => body.Path == path).Select(body => body.Body));

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
