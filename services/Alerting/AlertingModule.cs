using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MonitoringDemo.Alerting.Channels;
using MonitoringDemo.Alerting.Collect;
using MonitoringDemo.Alerting.Deliver;
using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.Alerting.Show;
using MonitoringDemo.Learning;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Alerting;

/// <summary>Turns events into alerts: groups them by incident, routes them to an owner, delivers and resolves them.</summary>
public static class AlertingModule
{
    /// <summary>The consumers to register with the bus.</summary>
    public static IReadOnlyList<Type> Consumers { get; } = [typeof(CollectEventsForAlerts)];

    /// <summary>The messages that this service publishes: its rights on a broker follow from them.</summary>
    public static IReadOnlyList<Type> Publishes { get; } = [typeof(AlertRaised), typeof(AlertResolved)];

    public static IHostApplicationBuilder AddAlerting(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        var services = builder.Services;
        services.AddOptions<AlertingOptions>().BindConfiguration(AlertingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AlertingOptions>, AlertingOptionsValidator>());
        services.AddSingleton<AlertingTelemetry>();
        services.AddSingleton<EventQueue>();
        services.AddSingleton<NewestRows>();
        services.AddSingleton<AlertsShown>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton(provider => new Checkpoint<AlertingState>(
            provider.GetRequiredService<DataDirectory>().PathOf("alerting", "state.json")));

        // One file per channel: a class in this assembly is enough, no list to keep.
        foreach (var channel in ChannelTypes())
            services.AddSingleton(typeof(IAlertChannel), channel);

        builder.AddPump<AlertPump>();
        services.AddHostedService<RepeatToAlertmanager>();
        return builder;
    }

    public static IEndpointRouteBuilder MapAlerting(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGet("/v1/alerts", AlertsEndpoint.Get).WithName("GetAlerts").WithSummary("Alerts, newest first.");
        return app;
    }

    internal static IEnumerable<Type> ChannelTypes() => Implementations.Of<IAlertChannel>([typeof(AlertingModule).Assembly])
        .OrderBy(type => type.Name, StringComparer.Ordinal);
}
