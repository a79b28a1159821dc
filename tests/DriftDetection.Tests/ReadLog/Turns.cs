using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using MonitoringDemo.DriftDetection.ReadLog;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.StandBy;

namespace MonitoringDemo.DriftDetection.Tests.ReadLog;

/// <summary>A lease in memory that the test hands from one to the other, and the state under it.</summary>
internal sealed class Turns : ILeasedState<DriftState>
{
    private byte[]? _saved;
    private long _newest;

    /// <summary>Writes that were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Called before the next save: the moment in which another may take over.</summary>
    public Action? BeforeSave { get; set; }

    /// <summary>Lets one work. Nobody tells the one before: it may be frozen.</summary>
    public void Give(Turn turn) => turn.Fence = ++_newest;

    public bool TryLoad([NotNullWhen(true)] out DriftState? value)
    {
        value = _saved is null ? null : JsonSerializer.Deserialize<DriftState>(_saved, MessageJson.Options);
        return value is not null;
    }

    public void Save(DriftState value, long fence)
    {
        var before = BeforeSave;
        BeforeSave = null;
        before?.Invoke();
        if (fence != _newest)
        {
            Refused++;
            throw new LeaseLostException(fence);
        }

        _saved = JsonSerializer.SerializeToUtf8Bytes(value, MessageJson.Options);
    }

    public bool CanGoOn([NotNullWhen(false)] out string? why)
    {
        why = null;
        return true;
    }
}
