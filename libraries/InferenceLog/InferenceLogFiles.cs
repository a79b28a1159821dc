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

    /// <inheritdoc/>
    public bool TryReadAt(LogPosition position, [MaybeNullWhen(false)] out LogRecord record) => InferenceLogReader.TryReadAt(directory, position, out record);
}
