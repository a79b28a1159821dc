namespace MonitoringDemo.Retraining;

/// <summary>Decides what a finding deserves, trains, judges, registers and releases; owns the model registry.</summary>
public static class RetrainingModule
{
    /// <summary>The message consumers of this service.</summary>
    public static IReadOnlyList<Type> Consumers { get; } = [];

    /// <summary>Adds the service to a host.</summary>
    public static IHostApplicationBuilder AddRetraining(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<RetrainingOptions>()
            .Bind(builder.Configuration.GetSection(RetrainingOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return builder;
    }

    /// <summary>Maps <c>/v1/models</c>, <c>/v1/experiments</c> and <c>/v1/decisions</c>.</summary>
    public static IEndpointRouteBuilder MapRetraining(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app;
    }
}
