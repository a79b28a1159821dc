using System.Diagnostics.CodeAnalysis;

namespace MonitoringDemo.InferenceLog;

/// <summary>A log as segment files of one directory.</summary>
/// <param name="directory">Created by the first writer.</param>
public sealed class InferenceLogFiles(string directory) : IInferenceLog
{
    /// <inheritdoc/>
    public ILogWriter OpenWriter(InferenceLogOptions? options = null) => InferenceLogWriter.Open(directory, options);

    /// <inheritdoc/>
    public ILogReader OpenReader(long fromOrdinal = 0, TruncatedReads truncated = TruncatedReads.Throw, bool shares = false) =>
        InferenceLogReader.Open(directory, fromOrdinal, truncated, shares);

    /// <summary>The name of this log, or null when it has none yet.</summary>
    public string? ReadId() => LogId.Read(directory);

    /// <summary>The name of this log, which no other has and a copy shares; one that has none yet gets one.</summary>
    public string EstablishId() => LogId.Establish(directory);

    /// <summary>Names the log after the one that it is a copy of.</summary>
    /// <returns>The name that it has: another one when it was a copy of something else before.</returns>
    public string AdoptId(string id) => LogId.Adopt(directory, id);

    /// <summary>Opens the log for reading its records as bytes.</summary>
    /// <param name="fromOrdinal">Where to begin.</param>
    public LogFrameReader OpenFrames(long fromOrdinal) => new(directory, fromOrdinal);

    /// <summary>Opens or creates the log as a copy of another one, see <see cref="InferenceLogWriter.AppendFrame"/>.</summary>
    /// <exception cref="LogInUseException">Another writer has it open.</exception>
    /// <exception cref="CorruptLogException">A record is damaged that is not the last one.</exception>
    public InferenceLogWriter OpenCopy(InferenceLogOptions? options = null) => InferenceLogWriter.Open(directory, options);

    /// <inheritdoc/>
    public bool TryReadAt(LogPosition position, [MaybeNullWhen(false)] out LogRecord record) => InferenceLogReader.TryReadAt(directory, position, out record);
}
