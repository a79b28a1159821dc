namespace MonitoringDemo.MyService;

/// <summary>Hears what becomes of versions, and answers how often each thing happened.</summary>
public static class MyServiceModule
{
    /// <summary>The consumers to register with the bus.</summary>
    public static IReadOnlyList<Type> Consumers { get; } = [typeof(HearReleasesForMyService)];

    /// <summary>The messages that this service publishes: its rights on a broker follow from them.</summary>
    public static IReadOnlyList<Type> Publishes { get; } = [];

    /// <summary>Registers what the service needs.</summary>
    public static IHostApplicationBuilder AddMyService(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<ReleaseCounts>();
        return builder;
    }

    /// <summary>Maps <c>GET /v1/my-service</c>.</summary>
    public static IEndpointRouteBuilder MapMyService(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGet("/v1/my-service", (ReleaseCounts counts) => TypedResults.Ok(counts.Now)).WithName("GetMyService").WithSummary("How often each stage of a release was heard of.");
        return app;
    }
}
