using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Logging.Console;
using MonitoringDemo.Alerting;
using MonitoringDemo.ControlRoom;
using MonitoringDemo.Demo.Scorecard;
using MonitoringDemo.Demo.WhatIf;
using MonitoringDemo.DriftDetection;
using MonitoringDemo.Inference;
using MonitoringDemo.Mcp;
using MonitoringDemo.Retraining;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Time;
using MonitoringDemo.Traffic;

namespace MonitoringDemo.Demo.Hosting;

/// <summary>Every service in one process: one web host, one in-memory bus, one data directory.</summary>
internal static class FleetHost
{
    private const string Permits = "Signing:DowngradesNeedPermit";

    public static WebApplication Build(FleetSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(FleetHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            // Nobody watches the settings of a fleet among many: a machine has few watchers to give away.
            Args = settings.Captured is null ? null : ["--hostBuilder:reloadConfigOnChange=false"],
        });
        var hasStarted = false;
        var isServedHere = !ModelSlot.Of(builder.Configuration).ServedElsewhere;
        builder.Configuration.AddInMemoryCollection(Defaults(settings, isServedHere));
        if (!settings.Lockstep && isServedHere) builder.Configuration.AddInMemoryCollection(DemoModel.Statements.Where(said => builder.Configuration[said.Key] is null));
        // Who registers and who serves are of one build: a release that goes back has the registry's permit, or is none.
        if (builder.Configuration[Permits] is null) builder.Configuration.AddInMemoryCollection([new(Permits, "true")]);
        builder.Configuration.AddInMemoryCollection(settings.Options);
        builder.WebHost.UseUrls(settings.Url);
        // The command line stops the host: two handlers of Ctrl-C would race.
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        if (settings.Lockstep)
        {
            var clock = new LockstepClock();
            builder.Services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
            builder.Services.AddSingleton<MemoryTransport>().AddSingleton<IConnectionListenerFactory>(services => services.GetRequiredService<MemoryTransport>());
            // The driver's connection rests while the fleet works, however long a training takes. (Without end it would end at once: the server's sum overflows.)
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.KeepAliveTimeout = TimeSpan.FromDays(1));
        }

        builder.AddServiceDefaults("demo");
        KeepQuiet(builder, started: () => hasStarted);
        if (settings.Captured is { } captured) Capture(builder.Services, captured);
        if (settings.Logs is { } logs) builder.Logging.ClearProviders().AddProvider(logs);
        builder.AddInference();
        builder.AddDriftDetection();
        builder.AddRetraining();
        builder.AddAlerting();
        builder.AddTraffic();
        builder.AddControlRoom();
        if (settings is { Lockstep: false, Captured: null }) builder.Services.AddFleetMcp(FleetAddress.ToCall(settings.Url));
        builder.Services.AddSingleton<LiveScore>().AddSingleton<ScorecardTelemetry>();
        settings.Services(builder.Services);
        builder.AddMessaging(
        [
            .. InferenceModule.Consumers, .. DriftDetectionModule.Consumers, .. RetrainingModule.Consumers,
            .. AlertingModule.Consumers, .. TrafficModule.Consumers, .. ControlRoomModule.Consumers, .. settings.ExtraConsumers,
        ],
        [
            .. InferenceModule.Publishes, .. DriftDetectionModule.Publishes, .. RetrainingModule.Publishes,
            .. AlertingModule.Publishes, .. TrafficModule.Publishes, .. ControlRoomModule.Publishes,
        ]);

        settings.Last(builder.Services);
        RecordedSettings.Write(settings.DataDirectory, builder.Configuration);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => hasStarted = true);
        app.MapServiceDefaults();
        app.MapInference();
        app.MapDriftDetection();
        app.MapRetraining();
        app.MapAlerting();
        app.MapTraffic();
        app.MapControlRoom();
        if (settings is { Lockstep: false, Captured: null }) app.MapFleetMcp();
        LiveScore.Map(app);
        // Its metric is there from the start.
        _ = app.Services.GetRequiredService<ScorecardTelemetry>();
        settings.Map(app);
        return app;
    }

    // Last registered, first served: Kestrel is never made, and the fleet speaks to itself without a socket.
    private static void Capture(IServiceCollection services, CapturedServer server)
    {
        services.AddSingleton<IServer>(server);
        services.AddHttpClient(TrafficModule.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => new CapturedHandler(server));
        services.AddHttpClient(ControlRoomModule.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => new CapturedHandler(server));
    }

    private static Dictionary<string, string?> Defaults(FleetSettings settings, bool isServedHere) => new()
    {
        ["Data:Directory"] = settings.DataDirectory,
        [$"{PumpOptions.Section}:Lockstep"] = settings.Lockstep.ToString(),
        [$"{TrafficOptions.Section}:Live"] = (!settings.Lockstep && isServedHere).ToString(),
        [$"{TrafficOptions.Section}:InferenceUrl"] = FleetAddress.ToCall(settings.Url).ToString(),
        [$"{TrafficOptions.Section}:Seed"] = settings.Seed.ToString(CultureInfo.InvariantCulture),
        [$"{RetrainingModule.Section}:AllowDrills"] = "true",
        // People read the page and the report; what goes wrong is a warning.
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        // An alert is part of a run, not trouble of the program.
        ["Logging:LogLevel:MonitoringDemo.Alerting"] = settings.Lockstep ? "Error" : "Warning",
    };

    // Standard output belongs to tables and reports. A host that does not start throws, and that is told in one line.
    public static void KeepQuiet(WebApplicationBuilder builder, Func<bool> started)
    {
        builder.Services.PostConfigure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started() && level >= LogLevel.Warning);
        builder.Logging.AddFilter("MassTransit", level => started() && level >= LogLevel.Warning);
    }
}
