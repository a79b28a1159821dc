using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Rewind;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>Keeps what the services of a fleet tell each other until the moment at which it came in the recording. From <see cref="OpenAsync"/> on everything goes out at once.</summary>
/// <param name="inner">Where messages go.</param>
internal sealed class HeldBus(IMessageBus inner) : IMessageBus
{
    private readonly Lock _gate = new();
    private readonly List<(object Message, string Key)> _held = [];
    private bool _holds = true;

    public Task PublishAsync<T>(T message, string key, CancellationToken cancellationToken = default)
        where T : class
    {
        lock (_gate)
        {
            if (_holds && (message is ReleaseChanged or DataAccepted || RecordedJournal.KeyOf(message) is not null))
            {
                _held.Add((message, key));
                return Task.CompletedTask;
            }
        }

        return inner.PublishAsync(message, key, cancellationToken);
    }

    /// <summary>The messages about findings and releases that wait, by their <see cref="RecordedJournal.KeyOf"/>.</summary>
    public IReadOnlyList<string> Waiting
    {
        get
        {
            lock (_gate) return [.. _held.Select(held => RecordedJournal.KeyOf(held.Message)).OfType<string>()];
        }
    }

    /// <summary>Lets the messages of these keys go.</summary>
    public Task ReleaseAsync(IReadOnlyList<string> keys, CancellationToken cancellation) =>
        ReleaseAsync(message => RecordedJournal.KeyOf(message) is { } key && keys.Contains(key), cancellation);

    /// <summary>Lets a release go to whoever serves.</summary>
    /// <returns>False when it has not been decided.</returns>
    public Task<bool> ReleaseAsync(long sequence, CancellationToken cancellation) => ReleaseAsync(message => message is ReleaseChanged change && change.Sequence <= sequence, cancellation);

    /// <summary>Lets it be known that the data's owner accepted something.</summary>
    public Task<bool> ReleaseAcceptedAsync(string updateId, CancellationToken cancellation) => ReleaseAsync(message => message is DataAccepted accepted && accepted.UpdateId == updateId, cancellation);

    /// <summary>Holds nothing any more.</summary>
    public Task OpenAsync(CancellationToken cancellation)
    {
        lock (_gate) _holds = false;
        return ReleaseAsync(static _ => true, cancellation);
    }

    private async Task<bool> ReleaseAsync(Func<object, bool> which, CancellationToken cancellation)
    {
        List<(object Message, string Key)> going;
        lock (_gate)
        {
            going = [.. _held.Where(held => which(held.Message))];
            _held.RemoveAll(held => which(held.Message));
        }

        foreach (var (message, key) in going) await inner.PublishAsync(message, key, cancellation);
        return going.Count > 0;
    }
}
