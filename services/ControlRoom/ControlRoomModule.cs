namespace MonitoringDemo.ControlRoom;

/// <summary>The live page: what the fleet sees, decides and serves, and the buttons that change the world.</summary>
public static class ControlRoomModule
{
    /// <summary>The consumers to register with the bus.</summary>
    public static IReadOnlyList<Type> Consumers { get; } = [];

    public static IHostApplicationBuilder AddControlRoom(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder;
    }

    public static IEndpointRouteBuilder MapControlRoom(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app;
    }
}
