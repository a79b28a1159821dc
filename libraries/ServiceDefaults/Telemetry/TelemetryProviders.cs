using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MonitoringDemo.ServiceDefaults.Telemetry.OpenMetrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MonitoringDemo.ServiceDefaults.Telemetry;

/// <summary>Listens to meters and activity sources from its construction to the end of the host.</summary>
/// <remarks>
/// It is the first hosted service, so it is built before every other: a counter that is set to 0 before anyone listens is never seen.
/// </remarks>
internal sealed class TelemetryProviders : IHostedService, IDisposable
{
    private static readonly string[] _meters =
        ["MonitoringDemo.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime", "MassTransit"];

    private static readonly string[] _sources = ["MonitoringDemo.*", "Microsoft.AspNetCore", "System.Net.Http", "MassTransit"];

    /// <summary>For durations that name no edges of their own; 0.05 is the objective for an answer.</summary>
    private static readonly double[] _secondsEdges =
        [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

    private readonly OpenMetricsExporter _page;
    private readonly MeterProvider _metrics;
    private readonly TracerProvider _traces;

    public TelemetryProviders(ServiceIdentity identity, IConfiguration configuration, IServiceProvider services)
    {
        // Asked for by the first scrape: options are validated before that, and say themselves what is wrong with them.
        _page = new OpenMetricsExporter(new Lazy<IReadOnlyList<ExpectedHistogram>>(() => [.. services.GetServices<ExpectedHistogram>()]));
        var otlp = !string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var resource = ResourceBuilder.CreateDefault().AddService(identity.Name, "MonitoringDemo");

        var metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(_meters)
            .AddView(EdgesFor!)
            .SetExemplarFilter(ExemplarFilterType.TraceBased)
            .AddReader(new BaseExportingMetricReader(_page));
        var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(_sources);
        if (otlp)
        {
            metrics.AddOtlpExporter();
            traces.AddOtlpExporter();
        }

        _metrics = metrics.Build();
        _traces = traces.Build();
    }

    public string Scrape(ExpositionFormat format) => _page.Scrape(format);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _metrics.Dispose();
        _traces.Dispose();
    }

    private static ExplicitBucketHistogramConfiguration? EdgesFor(Instrument instrument) =>
        instrument is Histogram<double> { Advice: null } && instrument.Name.StartsWith("mlops_", StringComparison.Ordinal) && instrument.Name.EndsWith("_seconds", StringComparison.Ordinal)
            ? new ExplicitBucketHistogramConfiguration { Boundaries = _secondsEdges }
            : null;
}
