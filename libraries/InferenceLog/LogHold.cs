namespace MonitoringDemo.InferenceLog;

/// <summary>Keeps retention from deleting records that somebody still needs, up to a size. Safe for several threads.</summary>
/// <param name="mostBytes">The size of the log above which they are deleted all the same: a disk is not endless.</param>
public sealed class LogHold(long mostBytes)
{
    private long _fromOrdinal;

    /// <summary>The size of the log up to which records are held, in bytes.</summary>
    public long MostBytes { get; } = mostBytes;

    /// <summary>The first record that is still needed; 0, and so everything, until it is told.</summary>
    public long FromOrdinal
    {
        get => Volatile.Read(ref _fromOrdinal);
        set => Volatile.Write(ref _fromOrdinal, value);
    }
}
