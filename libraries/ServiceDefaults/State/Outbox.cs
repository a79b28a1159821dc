using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>Messages that were decided on and may not have been published yet. Keep it in the record of a <see cref="Checkpoint{T}"/>.</summary>
/// <remarks>
/// Add, save the checkpoint, then <see cref="PublishAsync"/>. After a crash the loaded record still holds them:
/// publish again on start. They carry the same ids, so receivers that have them drop them.
/// </remarks>
public sealed class Outbox
{
    /// <summary>What waits, oldest first.</summary>
    public IList<OutgoingMessage> Pending { get; init; } = [];

    /// <summary>Adds a message; nothing is sent yet.</summary>
    /// <param name="message">The message.</param>
    /// <param name="key">Unique per sender and message type; the repeatable id is made from it.</param>
    public void Add<T>(T message, string key)
        where T : class => Pending.Add(new OutgoingMessage(message, key));

    /// <summary>Publishes what waits, in order, and forgets each once the bus has it.</summary>
    /// <returns>How many were published.</returns>
    public async ValueTask<int> PublishAsync(IMessageBus bus, CancellationToken cancellationToken = default)
    {
        var published = 0;
        while (Pending.Count > 0)
        {
            await bus.PublishAsync(Pending[0].Message, Pending[0].Key, cancellationToken);
            Pending.RemoveAt(0);
            published++;
        }

        return published;
    }
}
