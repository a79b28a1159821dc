using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace MonitoringDemo.ServiceDefaults.Messaging.Parking;

/// <summary>Puts what a consumer failed on for good, or what none knows, into the service's parking queue. It is acknowledged once the broker has confirmed that.</summary>
/// <remarks>MassTransit's own way makes a queue of its own with the settings of the first, its limit and its dead-letter exchange among them, and says of an unknown message not where it lay.</remarks>
internal sealed class ParkUnhandled(string queue, string parking, TimeSpan timeout, TimeProvider time, ILogger logger) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    private const int LongestReason = 1000;

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var error = context.Exception is MassTransitException { InnerException: { } inner } ? inner : context.Exception;
        await ParkAsync(context, $"{error.GetType().Name}: {error.Message}");
        if (!context.IsFaulted) await context.NotifyFaulted(context.Exception);
        await next.Send(context);
    }

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        await ParkAsync(context, "No consumer here knows this type of message.");
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("park");

    /// <remarks>Where it fails, the message goes back to its queue, and is parked by the broker in the end.</remarks>
    private async Task ParkAsync(ReceiveContext context, string reason)
    {
        var properties = context.TryGetPayload(out RabbitMqBasicConsumeContext? delivered) ? new BasicProperties(delivered.Properties) : new BasicProperties();
        properties.Headers = new Dictionary<string, object?>(properties.Headers ?? new Dictionary<string, object?>())
        {
            [ParkedHeaders.From] = queue,
            [ParkedHeaders.Reason] = reason.Length > LongestReason ? reason[..LongestReason] : reason,
            [ParkedHeaders.At] = time.GetUtcNow().ToUnixTimeSeconds(),
        };
        properties.Persistent = true;
        properties.ClearExpiration();

        var channel = context.GetPayload<ChannelContext>();
        using var timer = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, context.CancellationToken);
        await channel.BasicPublishAsync(parking, "", mandatory: true, properties, context.GetBody(), awaitAck: true, either.Token);
        logger.LogError("A message of {Queue} is parked in {Parking}: {Reason}", queue, parking, reason);
    }
}
