using Microsoft.Extensions.Options;
using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Alerting.Collect;

/// <summary>Where consumers leave events for the pump.</summary>
internal sealed class EventQueue(PumpSignal signal, IOptions<PumpOptions> options)
{
    private static readonly Batch Nothing = new([]);

    private readonly Lock _gate = new();
    private List<(ReceivedEvent Event, TaskCompletionSource Saved)> _waiting = [];

    /// <summary>Live, it completes once the event is part of a saved record, so that the bus keeps it until then.
    /// In lockstep the pump runs after the bus has fallen quiet: waiting for it would wait for ever.</summary>
    public Task AddAsync(ReceivedEvent received, CancellationToken cancellationToken)
    {
        var saved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
            _waiting.Add((received, saved));

        signal.Wake();
        return options.Value.Lockstep ? Task.CompletedTask : saved.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Takes everything that waits, sorted. Call <see cref="Batch.Saved"/> when it is safe.</summary>
    public Batch TakeAll()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0) return Nothing;
            var batch = new Batch(_waiting);
            _waiting = [];
            return batch;
        }
    }

    internal sealed class Batch(List<(ReceivedEvent Event, TaskCompletionSource Saved)> entries)
    {
        public IReadOnlyList<ReceivedEvent> Events { get; } = [.. EventOrder.Sort(entries.Select(e => e.Event))];

        public void Saved() => entries.ForEach(e => e.Saved.TrySetResult());

        /// <summary>The bus will send these again.</summary>
        public void Failed(Exception error) => entries.ForEach(e => e.Saved.TrySetException(error));
    }
}
