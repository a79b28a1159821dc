using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>Looks at the service's queues every few seconds: who consumes them, what waits, and what is parked. MassTransit calls an endpoint healthy whose queue nobody consumes.</summary>
internal sealed class QueueWatch(
    BrokerAddress address, BrokerCertificate certificate, BusTopology topology, BrokerHealth health, MessagingTelemetry telemetry, IOptions<MessagingOptions> options, TimeProvider time, ILogger<QueueWatch> logger)
    : BackgroundService
{
    private HashSet<string> _abandonedBefore = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await health.Agreed.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await address.Factory(certificate).CreateConnectionAsync(stoppingToken);
                while (connection.IsOpen)
                {
                    Tell(await LookAsync(connection, stoppingToken));
                    await Task.Delay(options.Value.LookAtQueuesEvery, time, stoppingToken);
                }
            }
            catch (Exception e) when (e is RabbitMQClientException or IOException or OperationCanceledException && !stoppingToken.IsCancellationRequested)
            {
                // That the broker is away, others tell; what it last said of its queues is no longer known.
            }

            telemetry.Saw([], []);
            _abandonedBefore = [];
            await Task.Delay(options.Value.LookAtQueuesEvery, time, stoppingToken);
        }
    }

    private async Task<IReadOnlyList<QueueState>> LookAsync(IConnection connection, CancellationToken cancellationToken)
    {
        var states = new List<QueueState>();
        foreach (var queue in topology.Queues.Concat(topology.Parking))
        {
            // A queue that is not there closes the channel.
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            try
            {
                var said = await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
                states.Add(new QueueState(queue, said.MessageCount, said.ConsumerCount));
            }
            catch (OperationInterruptedException e) when (e.ShutdownReason is { ReplyCode: Constants.NotFound or Constants.AccessRefused })
            {
                states.Add(new QueueState(queue, 0, 0));
            }
        }

        return states;
    }

    private void Tell(IReadOnlyList<QueueState> states)
    {
        var (consumed, parked) = (states.Where(state => topology.ParkingOf.ContainsKey(state.Queue)).ToList(), states.Where(state => topology.Parking.Contains(state.Queue)).ToList());
        telemetry.Saw(consumed, parked);
        // Once may be the moment before the bus has subscribed.
        var abandoned = consumed.Where(state => state.Consumers == 0).Select(state => state.Queue).ToHashSet();
        var told = abandoned.Where(_abandonedBefore.Contains).Order(StringComparer.Ordinal).ToList();
        _abandonedBefore = abandoned;
        var problem = told.Count == 0 ? null : $"Nobody consumes {string.Join(", ", told)}: what is sent there waits, or is dropped where the queue is gone.";
        if (health.Abandoned(problem) && problem is not null) logger.LogError("{Problem}", problem);
    }
}
