using System.Diagnostics.CodeAnalysis;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.PostgreSql;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>The record in the registry's database, the bytes being those of a file. A record that files hold from the time before is taken over once.</summary>
/// <param name="row">Where it stands.</param>
/// <param name="former">The files of the time before.</param>
/// <param name="log">This process's copy of the log, to whose records the record refers; those of all processes have the same numbers.</param>
/// <param name="positionOf">The record of the log that is read next.</param>
internal sealed class LeasedRow<T>(DatabaseState row, ILeasedState<T> former, IInferenceLog log, Func<T, long> positionOf) : ILeasedState<T>, IDisposable
    where T : class
{
    private const string Place = "registry.states";
    private readonly InferenceLogFiles _files = LogStreamExtensions.Files(log);
    private readonly LogFrameReader _log = LogStreamExtensions.Files(log).OpenFrames(0);

    public bool TryLoad([NotNullWhen(true)] out T? value)
    {
        if (row.Read() is not { } bytes) return former.TryLoad(out value);
        value = CheckpointBytes.Read<T>(bytes, Place);
        return true;
    }

    public void Save(T value, long fence)
    {
        if (!row.TryWrite(fence, new StatePlace(_files.ReadId() ?? "", positionOf(value)), CheckpointBytes.Write(value))) throw new LeaseLostException(fence);
    }

    public bool CanGoOn([NotNullWhen(false)] out string? why)
    {
        var end = _log.EndOrdinal;
        why = row.ReadPlace() switch
        {
            { Position: > 0 } place when place.Position > end => FormattableString.Invariant($"its copy of the log ends before record {end}, and the work goes on at record {place.Position}"),
            { Position: > 0 } place when place.Log != _files.ReadId() => "its copy is of another log than that in which the work goes on",
            _ => null,
        };
        return why is null;
    }

    public void Dispose() => _log.Dispose();
}
