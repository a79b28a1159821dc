namespace MonitoringDemo.ServiceDefaults.Messaging;

/// <summary>Publishes commands and events with repeatable ids.</summary>
public interface IMessageBus
{
    /// <summary>Publishes to every consumer of the message's type, here and (over a broker) in other processes.</summary>
    /// <param name="message">One of the records of the Messages library.</param>
    /// <param name="key">Unique per sender and message type; the same key gives the same message id.</param>
    /// <param name="cancellationToken">Gives up waiting for the broker.</param>
    Task PublishAsync<T>(T message, string key, CancellationToken cancellationToken = default)
        where T : class;
}
