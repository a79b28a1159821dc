using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.AcceptData;
using MonitoringDemo.Inference.DescribeModel;
using MonitoringDemo.Inference.LoadModel;
using MonitoringDemo.Inference.Observe;
using MonitoringDemo.Inference.Predict;
using MonitoringDemo.Inference.RecordOutcomes;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Inference.Retire;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.Inference.TakeHistory;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.Security;

namespace MonitoringDemo.Inference;

/// <summary>Serves the champion, scores the shadow and the static twin beside it, and writes the inference log.</summary>
public static class InferenceModule
{
    private static readonly TimeSpan RegistryTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The message consumers of this service.</summary>
    public static IReadOnlyList<Type> Consumers { get; } = [typeof(LoadModelOnRelease), typeof(LogAcceptedData), typeof(HearOfRetirement)];

    /// <summary>The messages that this service publishes: its rights on a broker follow from them.</summary>
    public static IReadOnlyList<Type> Publishes { get; } = [typeof(AnnounceRelease), typeof(ModelLoaded), typeof(ModelLoadFailed)];

    /// <summary>What this service has to do with the inference log, where that travels over a stream.</summary>
    public static LogStreamRole LogStream => LogStreamRole.Writes;

    /// <summary>Adds the service to a host.</summary>
    public static IHostApplicationBuilder AddInference(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<InferenceOptions>()
            .BindConfiguration(InferenceOptions.Section)
            .Configure<IConfiguration>((options, configuration) =>
            {
                var slot = ModelSlot.Of(configuration);
                (options.Model, options.ServedElsewhere) = (slot.Model, slot.ServedElsewhere);
            })
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<WorkspacePool>();
        services.AddSingleton(provider => Replica.Of(
            provider.GetRequiredService<IInferenceLog>(), provider.GetRequiredService<IOptions<InferenceOptions>>().Value, LogStreamExtensions.IsShipped(builder.Configuration)));
        services.AddSingleton<UnknownColumns>();
        services.AddSingleton<ServingLog>();
        services.AddSingleton<InferenceTelemetry>();
        services.AddSingleton(provider => InferenceTelemetry.ExpectedDurations(provider.GetRequiredService<IOptions<InferenceOptions>>().Value.Model));
        services.AddSingleton(provider => InferenceTelemetry.ExpectedDelays(provider.GetRequiredService<IOptions<InferenceOptions>>().Value.Model));
        services.AddSingleton<ArtifactStore>();
        services.AddSingleton<DowngradeCheck>();
        services.AddHttpClient(nameof(ArtifactFetcher), (provider, http) =>
            {
                http.BaseAddress = provider.GetRequiredService<IOptions<InferenceOptions>>().Value.RegistryUrl;
                http.Timeout = RegistryTimeout;
            })
            .AddHttpMessageHandler<AccessTokenHandler>()
            .RemoveAllLoggers();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ArtifactFetcher>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ArtifactFetcher))));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RegistryQuestion>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ArtifactFetcher))));
        services.AddSingleton<ReleaseLag>();
        services.AddSingleton<RetiredVersions>();
        services.AddSingleton<ModelLoader>();
        services.AddSingleton<PredictSongs>();
        services.AddSingleton<TakeObservations>();
        services.AddSingleton<TakeOutcomes>();
        services.AddSingleton<TakeHistoryRows>();
        services.AddHostedService<ServeAgain>();
        services.AddHostedService<AskForRelease>();
        services.AddHostedService<FollowRegistry>();
        services.AddHealthChecks().AddCheck<ModelHealth>("model", tags: ["ready"]).AddCheck<ServingHealth>("serving", tags: ["serving"]);
        services.AddOpenApi();
        return builder;
    }

    /// <summary>Maps <c>/v1/predictions</c>, <c>/v1/observations</c>, <c>/v1/outcomes</c>, <c>/v1/history</c>, <c>/v1/model</c> and <c>/openapi/v1.json</c>.</summary>
    public static IEndpointRouteBuilder MapInference(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapInferenceEndpoints();
        app.MapOpenApi();
        return app;
    }
}
