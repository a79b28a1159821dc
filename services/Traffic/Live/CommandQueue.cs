using System.Collections.Concurrent;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Traffic.Live;

/// <summary>Commands that came in and wait for the pump.</summary>
internal sealed class CommandQueue(PumpSignal signal)
{
    private readonly ConcurrentQueue<(Guid Id, object Command)> _commands = new();

    public void Add(Guid id, object command)
    {
        _commands.Enqueue((id, command));
        signal.Wake();
    }

    public bool TryTake(out (Guid Id, object Command) command) => _commands.TryDequeue(out command);
}
