using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>Connects a process to the bus.</summary>
public static class MessagingExtensions
{
    private const int Retries = 3;

    /// <summary>In memory, unless <c>ConnectionStrings:RabbitMQ</c> holds an amqp address. Each consumer gets a queue of its own, named after its class.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="consumers">Classes that implement <see cref="IConsumer{TMessage}"/>; their names are unique in the whole repository.</param>
    public static IHostApplicationBuilder AddMessaging(this IHostApplicationBuilder builder, params IReadOnlyList<Type> consumers)
    {
        var broker = builder.Configuration.GetConnectionString("RabbitMQ");
        var inMemory = string.IsNullOrWhiteSpace(broker);
        var catalog = new ConsumerCatalog(consumers, countDeliveries: inMemory);

        builder.Services.TryAddSingleton(new ServiceIdentity(builder.Environment.ApplicationName));
        builder.Services.AddSingleton(catalog);
        builder.Services.AddSingleton<MessagingTelemetry>();
        builder.Services.AddSingleton<BusActivity>();
        builder.Services.AddSingleton<IMessageBus, MessageBus>();
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetKebabCaseEndpointNameFormatter();
            bus.AddReceiveObserver<DeliveryObserver>();
            foreach (var consumer in catalog.Consumers) bus.AddConsumer(consumer);
            bus.AddConfigureEndpointsCallback((_, _, endpoint) =>
            {
                // One at a time: a consumer sees messages in the order they were published in.
                endpoint.ConcurrentMessageLimit = 1;
                endpoint.UseMessageRetry(retry => retry.Immediate(Retries));
            });

            if (inMemory)
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
                    transport.Host(new Uri(broker!));
                    transport.ConfigureJsonSerializerOptions(_ => MessageJson.BusOptions);
                    transport.ConfigureEndpoints(context);
                });
            }
        });
        // A broker that is down must not keep the service from serving: readiness says that the bus is missing.
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = inMemory);
        return builder;
    }
}
