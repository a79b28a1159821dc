using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;

namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>Ends a publish that the broker does not confirm or hands back, and tells: an error in the log, a metric, readiness, and the exception.</summary>
internal sealed class PublishLimit(
    BrokerHealth health, BrokerWatch watch, MessagingTelemetry telemetry, IOptions<MessagingOptions> options, TimeProvider time, ILogger<PublishLimit> logger)
{
    /// <exception cref="MessageNotTakenException">The broker did not confirm in time, or no queue takes a command.</exception>
    public async Task HoldAsync(Func<CancellationToken, Task> publish, Type message, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(options.Value.PublishTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await publish(either.Token);
            health.Taken();
        }
        catch (MessageReturnedException e)
        {
            // The broker is well; who should obey has never been there.
            health.Taken();
            telemetry.Returned(message.Name);
            var reason = $"No queue takes {message.Name}: the service that obeys it has never been on this broker. Start it, and ask again.";
            logger.LogError("{Reason}", reason);
            throw new MessageNotTakenException(reason, e);
        }
        catch (OperationCanceledException e) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var reason = $"{message.Name} was not taken by the broker within {options.Value.PublishTimeout.TotalSeconds:0.#} s.";
            health.NotTaken(reason);
            telemetry.NotTaken(message.Name);
            watch.Doubt();
            logger.LogError("{Reason} {Problem}", reason, health.Problem);
            throw new MessageNotTakenException($"{reason} {health.Problem}".TrimEnd(), e);
        }
    }
}
