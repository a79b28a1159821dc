using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Retraining.Tests;

/// <summary>The bus seen from its other end.</summary>
internal sealed class RecordingBus : IMessageBus
{
    public List<(object Message, string Key)> Published { get; } = [];

    public bool IsDown { get; set; }

    public IEnumerable<T> Of<T>() => Published.Select(published => published.Message).OfType<T>();

    public Task PublishAsync<T>(T message, string key, CancellationToken cancellationToken = default)
        where T : class
    {
        if (IsDown) throw new IOException("The bus is down.");
        Published.Add((message, key));
        return Task.CompletedTask;
    }
}
