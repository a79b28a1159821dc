using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;
using MonitoringDemo.ServiceDefaults.Messaging.Parking;

namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>Connects a process to the bus.</summary>
public static class MessagingExtensions
{
    private const int Retries = 3;

    /// <summary>As the other, for a process that may publish anything.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="consumers">Classes that implement <see cref="IConsumer{TMessage}"/>; their names are unique in the whole repository.</param>
    public static IHostApplicationBuilder AddMessaging(this IHostApplicationBuilder builder, params IReadOnlyList<Type> consumers) => Add(builder, consumers, null);

    /// <summary>
    /// In memory, unless <c>ConnectionStrings:RabbitMQ</c>, or the file that <c>ConnectionStrings:RabbitMQ_FILE</c> names, holds an amqp
    /// or amqps address. Each consumer gets a queue of its own, named after its class.
    /// </summary>
    /// <param name="builder">The host.</param>
    /// <param name="consumers">Classes that implement <see cref="IConsumer{TMessage}"/>; their names are unique in the whole repository.</param>
    /// <param name="publishes">The messages that this process publishes; publishing another is refused. The rights of its user on the broker follow from both lists.</param>
    public static IHostApplicationBuilder AddMessaging(this IHostApplicationBuilder builder, IReadOnlyList<Type> consumers, IReadOnlyList<Type> publishes) => Add(builder, consumers, publishes);

    private static IHostApplicationBuilder Add(IHostApplicationBuilder builder, IReadOnlyList<Type> consumers, IReadOnlyList<Type>? publishes)
    {
        var broker = BrokerAddress.Read(builder.Configuration);
        // Where services share a directory there is one of each, and its queue keeps what comes while it is away.
        var own = broker is not null && LogStreamExtensions.IsShipped(builder.Configuration) ? OwnQueues.ForThisProcess(consumers) : null;
        var catalog = new ConsumerCatalog(consumers, publishes, countDeliveries: broker is null);

        builder.Services.TryAddSingleton(new ServiceIdentity(builder.Environment.ApplicationName));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddOptions<MessagingOptions>().BindConfiguration(MessagingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(catalog);
        builder.Services.AddSingleton<MessagingTelemetry>();
        builder.Services.AddSingleton<BusActivity>();
        builder.Services.AddSingleton<IMessageBus, MessageBus>();
        if (broker is not null) builder.Services.AddBroker(broker, new BusTopology(catalog.Consumers, catalog.Publishes, own));
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetKebabCaseEndpointNameFormatter();
            bus.AddReceiveObserver<DeliveryObserver>();
            foreach (var consumer in catalog.Consumers) own.Add(bus, consumer);
            bus.AddConfigureEndpointsCallback((context, name, endpoint) =>
            {
                if (endpoint is IRabbitMqReceiveEndpointConfigurator queue) Park(context, name, queue);
                // Nobody would hear of a message that failed; it is parked, and that is told.
                endpoint.PublishFaults = false;
                // One at a time: a consumer sees messages in the order they were published in.
                endpoint.ConcurrentMessageLimit = 1;
                RetryFailed(context.GetRequiredService<IOptions<MessagingOptions>>().Value, endpoint);
            });

            if (broker is null)
            {
                bus.UsingInMemory((context, transport) =>
                {
                    transport.ConfigureJsonSerializerOptions(_ => MessageJson.BusOptions);
                    transport.ConfigureEndpoints(context);
                });
            }
            else
            {
                bus.UsingRabbitMq((context, transport) =>
                {
                    broker.Configure(transport, context.GetRequiredService<BrokerCertificate>(), context.GetRequiredService<IOptions<MessagingOptions>>().Value.Heartbeat);
                    transport.ConfigureJsonSerializerOptions(_ => MessageJson.BusOptions);
                    transport.ConfigureEndpoints(context);
                });
            }
        });
        // A broker that is down must not keep the service from serving: readiness says that the bus is missing.
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = broker is null);
        if (broker is not null) builder.Services.StartOnceAgreed();
        return builder;
    }

    /// <summary>A full disk is no fault of the message: it waits for room. What else fails is tried again at once.</summary>
    private static void RetryFailed(MessagingOptions options, IReceiveEndpointConfigurator endpoint)
    {
        endpoint.UseMessageRetry(retry =>
        {
            retry.Interval(options.FullDiskTries, options.FullDiskAgainAfter);
            retry.Handle<Exception>(FullDisk.IsBehind);
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Immediate(Retries);
            retry.Ignore<Exception>(FullDisk.IsBehind);
        });
    }

    private static void Park(IRegistrationContext context, string name, IRabbitMqReceiveEndpointConfigurator queue)
    {
        var topology = context.GetRequiredService<BusTopology>();
        var parking = topology.ParkingOf[name];
        var park = new ParkUnhandled(name, parking, context.GetRequiredService<IOptions<MessagingOptions>>().Value.PublishTimeout, context.GetRequiredService<TimeProvider>(), context.GetRequiredService<ILogger<ParkUnhandled>>());
        QueueSettings.Apply(queue, parking, isShared: topology.Queues.Contains(name));
        queue.ConfigureError(pipe => pipe.UseFilter(park));
        queue.ConfigureDeadLetter(pipe => pipe.UseFilter(park));
    }

    private static void StartOnceAgreed(this IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(MassTransitHostedService)));
        services.AddSingleton<MassTransitHostedService>();
        services.AddHostedService<BusStart>();
    }

    private static void AddBroker(this IServiceCollection services, BrokerAddress broker, BusTopology topology)
    {
        services.AddSingleton(broker);
        services.AddSingleton(topology);
        services.AddSingleton<BrokerCertificate>();
        services.AddSingleton<BrokerProbe>();
        services.AddSingleton<BrokerHealth>();
        services.AddSingleton<PublishLimit>();
        services.AddSingleton<BrokerWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<BrokerWatch>());
        services.AddHostedService<QueueWatch>();
        services.AddHealthChecks().AddCheck<BrokerHealth>("broker", tags: ["ready"]);
    }
}
