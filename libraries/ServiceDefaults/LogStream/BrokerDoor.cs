using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>Opens connections for the log alone: what goes wrong on one closes it with all that it carries, and recovery by the client would go back to where a reader once began.</summary>
internal sealed class BrokerDoor(BrokerAddress address, BrokerCertificate certificate, IOptions<LogStreamOptions> options, TimeProvider time)
{
    /// <summary>Connects, sees that the stream is there, and opens on the connection what is asked for; all within the timeout.</summary>
    /// <param name="open">Opens it; told whether the stream had to be made. It closes the connection.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The broker does not answer in time, or refuses.</exception>
    public async Task<T> OpenAsync<T>(Func<IConnection, bool, CancellationToken, Task<T>> open, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        IConnection? connection = null;
        var isOpen = false;
        try
        {
            connection = await address.Factory(certificate).CreateConnectionAsync(either.Token);
            var isNew = await LogStreamTopology.EnsureAsync(connection, options.Value.Name, either.Token);
            var opened = await open(connection, isNew, either.Token);
            isOpen = true;
            return opened;
        }
        catch (Exception e) when (e is RabbitMQClientException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            var reason = e is OperationCanceledException ? FormattableString.Invariant($"the broker does not answer within {options.Value.Timeout.TotalSeconds:0.#} s") : e.Message;
            throw new IOException($"The stream '{options.Value.Name}' cannot be used: {certificate.Refusal ?? reason}", e);
        }
        finally
        {
            if (!isOpen && connection is not null) await connection.AbortAsync(options.Value.Timeout);
        }
    }
}
