using System.Globalization;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.ControlRoom.Control;

/// <summary>Publishes what people ask for. Two presses are two commands, so each gets a key of its own.</summary>
internal sealed class Commands(IMessageBus bus, TimeProvider time)
{
    private long _presses;

    public Task SendAsync<T>(T command, CancellationToken cancellationToken)
        where T : class => bus.PublishAsync(command, NewKey(), cancellationToken);

    public string NewStory(string model, string what) => $"{model}-{what}-{NewKey()}";

    private string NewKey() => string.Create(CultureInfo.InvariantCulture,
        $"{time.GetUtcNow().ToUnixTimeMilliseconds()}-{Interlocked.Increment(ref _presses)}");
}
