using System.Diagnostics.CodeAnalysis;

namespace MonitoringDemo.InferenceLog;

/// <summary>Follows a log record by record, also while a writer in another process appends. Not thread-safe.</summary>
public interface ILogReader : IDisposable
{
    /// <summary>The ordinal of the record that is read next: the offset to store.</summary>
    long NextOrdinal { get; }

    /// <summary>Whether the schema is known; ask before <see cref="Schema"/>.</summary>
    bool HasSchema { get; }

    /// <summary>The schema of the rows, as its writer gave it.</summary>
    /// <exception cref="InvalidOperationException">It has not been written yet.</exception>
    ReadOnlyMemory<byte> Schema { get; }

    /// <summary>The next record, or false at the end of what has been written; ask again later.
    /// A read that throws takes nothing: the next one meets the same record.</summary>
    /// <exception cref="CorruptLogException">The record is damaged.</exception>
    /// <exception cref="LogTruncatedException">The record is gone.</exception>
    /// <exception cref="NotSupportedException">A newer program wrote the record.</exception>
    bool TryRead([MaybeNullWhen(false)] out LogRecord record);
}
