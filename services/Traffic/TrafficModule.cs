using Microsoft.Extensions.Options;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Traffic.Live;
using MonitoringDemo.Traffic.Playing;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Show;

namespace MonitoringDemo.Traffic;

/// <summary>The world: songs, late outcomes, scenarios.</summary>
public static class TrafficModule
{
    /// <summary>The client that calls inference, for a host that brings it another handler.</summary>
    public const string HttpClientName = nameof(TrafficClient);

    /// <summary>The message consumers of this service.</summary>
    public static IReadOnlyList<Type> Consumers { get; } = [typeof(SteerTraffic), typeof(HearFindings)];

    /// <summary>The messages that this service publishes: its rights on a broker follow from them.</summary>
    public static IReadOnlyList<Type> Publishes { get; } =
        [typeof(ScenarioStarted), typeof(ScenarioEnded), typeof(PaceChanged), typeof(WorldChanged), typeof(RetrainModel)];

    /// <summary>Adds the service to a host.</summary>
    public static IHostApplicationBuilder AddTraffic(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        var services = builder.Services;
        services.AddOptions<TrafficOptions>()
            .BindConfiguration(TrafficOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.Model = ModelSlot.Of(configuration).Model)
            .ValidateDataAnnotations()
            .Validate(options => ScenarioCatalog.TryGet(options.OpeningScenario) is { Manifest.IsRunOnly: false }, "Traffic:OpeningScenario names no scenario that can be started live; GET /v1/scenarios lists them.")
            .ValidateOnStart();
        services.AddHttpClient(HttpClientName, (provider, http) =>
            {
                var options = provider.GetRequiredService<IOptions<TrafficOptions>>().Value;
                http.BaseAddress = options.InferenceUrl;
                http.Timeout = options.RequestTimeout;
            })
            .AddHttpMessageHandler<AccessTokenHandler>()
            .RemoveAllLoggers();
        services.AddTransient(provider => new TrafficClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName), history: provider.GetRequiredService<IOptions<TrafficOptions>>().Value.HistoryUrl));
        services.AddSingleton<TrafficTelemetry>();
        services.AddSingleton<CommandQueue>();
        services.AddSingleton<SteeringWheel>();
        services.AddSingleton<SongSender>();
        services.AddSingleton<TrafficShown>();
        services.AddSingleton<IWorldTruth>(provider => provider.GetRequiredService<TrafficShown>());
        services.AddSingleton(provider => new Checkpoint<TrafficState>(
            provider.GetRequiredService<DataDirectory>().PathOf("traffic", "state.json")));
        builder.AddPump<TrafficPump>();
        return builder;
    }

    /// <summary>Maps <c>/v1/scenarios</c> and <c>/v1/traffic</c>.</summary>
    public static IEndpointRouteBuilder MapTraffic(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGet("/v1/scenarios", TrafficEndpoints.Scenarios).WithName("GetScenarios").WithSummary("What can happen to the world.");
        app.MapGet("/v1/traffic", TrafficEndpoints.Traffic).WithName("GetTraffic").WithSummary("Where the world stands.");
        return app;
    }
}
