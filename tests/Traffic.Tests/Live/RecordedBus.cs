using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Traffic.Tests.Live;

/// <summary>Keeps what was published, by its repeatable key.</summary>
internal sealed class RecordedBus : IMessageBus
{
    public List<object> Messages { get; } = [];

    public List<(Type Type, string Key)> Keys { get; } = [];

    public Task PublishAsync<T>(T message, string key, CancellationToken cancellationToken = default)
        where T : class
    {
        Messages.Add(message);
        Keys.Add((message.GetType(), key));
        return Task.CompletedTask;
    }
}
