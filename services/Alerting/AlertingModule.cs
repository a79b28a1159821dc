namespace MonitoringDemo.Alerting;

/// <summary>Turns events into alerts: groups them by story, routes them to an owner, delivers and resolves them.</summary>
public static class AlertingModule
{
    /// <summary>The consumers to register with the bus.</summary>
    public static IReadOnlyList<Type> Consumers { get; } = [];

    public static IHostApplicationBuilder AddAlerting(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder;
    }

    public static IEndpointRouteBuilder MapAlerting(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app;
    }
}
