namespace MonitoringDemo.DriftDetection;

/// <summary>Reads the inference log and tells when data are broken, inputs drift, or performance falls.</summary>
public static class DriftDetectionModule
{
    /// <summary>The message consumers of this service: none, it only reads the log.</summary>
    public static IReadOnlyList<Type> Consumers { get; } = [];

    /// <summary>Adds the service to a host.</summary>
    public static IHostApplicationBuilder AddDriftDetection(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder;
    }

    /// <summary>Maps <c>/v1/drift</c>.</summary>
    public static IEndpointRouteBuilder MapDriftDetection(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app;
    }
}
