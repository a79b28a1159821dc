using System.Diagnostics.CodeAnalysis;

namespace MonitoringDemo.InferenceLog;

/// <summary>One inference log, wherever it is kept: append-only, in order, with one writer at a time and any number of readers, which follow it from an ordinal that they store themselves.</summary>
/// <example>
/// <code>
/// using var reader = log.OpenReader(fromOrdinal: checkpoint.NextOrdinal);
/// while (reader.TryRead(out var record)) monitor.Take(record);
/// checkpoint.NextOrdinal = reader.NextOrdinal;
/// </code>
/// </example>
public interface IInferenceLog
{
    /// <summary>Opens or creates the log and cuts what a dying writer left half written.</summary>
    /// <exception cref="LogInUseException">Another writer has it open.</exception>
    /// <exception cref="CorruptLogException">A record is damaged that is not the last one.</exception>
    ILogWriter OpenWriter(InferenceLogOptions? options = null);

    /// <summary>Opens the log for reading; it may not exist yet.</summary>
    /// <param name="fromOrdinal">Where to begin: 0, or a stored <see cref="ILogReader.NextOrdinal"/>.</param>
    /// <param name="truncated">What to do when retention was faster.</param>
    /// <param name="shares">True to take what another such reader in the writer's process has read and decoded, where the log can do that; false to read what is stored.</param>
    ILogReader OpenReader(long fromOrdinal = 0, TruncatedReads truncated = TruncatedReads.Throw, bool shares = false);

    /// <summary>Reads one record again.</summary>
    /// <param name="position">Where it stands, as this log has said.</param>
    /// <param name="record">The record.</param>
    /// <returns>False when retention has deleted it.</returns>
    bool TryReadAt(LogPosition position, [MaybeNullWhen(false)] out LogRecord record);
}
