using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using MonitoringDemo.ServiceDefaults.Telemetry.Bridge;
using MonitoringDemo.ServiceDefaults.Telemetry.Spans;

namespace MonitoringDemo.ServiceDefaults.Telemetry;

internal static class TelemetryExtensions
{
    /// <summary>False to measure what telemetry costs: then nothing listens, and the metrics page is empty.</summary>
    private const string Enabled = "Telemetry:Enabled";

    /// <summary>True where several hosts share the process: then the page shows the meters of this host alone, and no span is kept or exported, for spans belong to the process.</summary>
    private const string OwnOnly = "Telemetry:OwnOnly";

    /// <summary>Its instruments are made by the first host of a process, and count for all.</summary>
    private const string BusMeter = "MassTransit";

    private static readonly (string Category, LogLevel Level)[] _noise =
    [
        ("Microsoft", LogLevel.Warning),
        ("Microsoft.Hosting.Lifetime", LogLevel.Information),
        // The answer says which check failed; a log line with a stack trace per question would say it again and again.
        ("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None),
        ("System", LogLevel.Warning),
        ("MassTransit", LogLevel.Warning),
    ];

    public static void AddTelemetry(this IHostApplicationBuilder builder, string serviceName)
    {
        // It listens from here on; a host's own meters are made by its factory, which is there once the host is built.
        var enabled = !string.Equals(builder.Configuration[Enabled], bool.FalseString, StringComparison.OrdinalIgnoreCase);
        var ownOnly = string.Equals(builder.Configuration[OwnOnly], bool.TrueString, StringComparison.OrdinalIgnoreCase);
        var bridge = new MeterBridge(hidden: ownOnly ? BusMeter : null);
        if (enabled && !ownOnly) bridge.Listen(scope: null);
        builder.Services.AddMetrics();
        builder.Services.AddSingleton(provider =>
        {
            if (enabled) bridge.Listen(provider.GetRequiredService<IMeterFactory>());
            return bridge;
        });
        builder.Services.AddHostedService(provider => provider.GetRequiredService<MeterBridge>());
        builder.Services.AddSingleton(bridge.Retired);
        builder.Services.AddSingleton<MetricsPage>();
        builder.Services.AddSingleton<SpanStore>();
        if (enabled && !ownOnly) builder.AddTelemetryExport(serviceName);

        builder.Logging.AddConsole();
        builder.Logging.AddConsoleFormatter<PlainConsoleFormatter, ConsoleFormatterOptions>();
        // `Logging:Console:FormatterName=json` gives one JSON object per line, scopes and trace ids in it.
        builder.Services.PostConfigure<ConsoleLoggerOptions>(options => options.FormatterName ??= "plain");
        builder.Services.PostConfigure<JsonConsoleFormatterOptions>(options => options.IncludeScopes = true);
        builder.Logging.Configure(options => options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        foreach (var (category, level) in _noise)
        {
            if (builder.Configuration[$"Logging:LogLevel:{category}"] is null) builder.Logging.AddFilter(category, level);
        }
    }
}
