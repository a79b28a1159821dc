using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MonitoringDemo.ServiceDefaults.Telemetry.Bridge;
using MonitoringDemo.ServiceDefaults.Telemetry.Spans;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MonitoringDemo.ServiceDefaults.Telemetry;

/// <summary>OpenTelemetry: traces in every process; where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, traces, metrics and logs go there.</summary>
internal static class TelemetryExport
{
    /// <summary>Meters and sources of this repository and of the bus; those of the platform come with the instrumentation packages.</summary>
    private static readonly string[] _own = ["MonitoringDemo.*", "MassTransit"];

    public static void AddTelemetryExport(this IHostApplicationBuilder builder, string serviceName)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(serviceName, "MonitoringDemo"))
            .WithTracing(traces => traces.SetSampler(TraceSampling.Of(builder.Configuration)).AddSource(_own).AddSource("Npgsql").AddAspNetCoreInstrumentation().AddHttpClientInstrumentation()
                .AddProcessor(new MessagingConventions()).AddProcessor(provider => new SpanCollector(provider.GetRequiredService<SpanStore>())));
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;

        telemetry
            .WithMetrics(metrics => metrics.AddMeter(_own).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation()
                .AddView(EdgesOf!).SetExemplarFilter(ExemplarFilterType.TraceBased))
            .WithLogging(null, logs => (logs.IncludeFormattedMessage, logs.IncludeScopes) = (true, true))
            .UseOtlpExporter();
    }

    private static ExplicitBucketHistogramConfiguration? EdgesOf(Instrument instrument) =>
        BucketEdges.OwnSeconds(instrument) is { } edges ? new ExplicitBucketHistogramConfiguration { Boundaries = edges } : null;
}
