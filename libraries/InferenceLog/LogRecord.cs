namespace MonitoringDemo.InferenceLog;

/// <summary>One record of the inference log. The writer numbers and dates it.</summary>
public abstract record LogRecord
{
    /// <summary>Counts the records of a log from 0; a reader's stored offset is the ordinal it reads next.</summary>
    public long Ordinal { get; init; }

    /// <summary>When it was appended, UTC.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Rows (history and served) in the log before this record: the row that comes next.</summary>
    public long AtRow { get; init; }

    /// <summary>Where its bytes stand.</summary>
    public LogPosition Position { get; init; }
}
