namespace MonitoringDemo.InferenceLog;

/// <summary>How a log is written.</summary>
public sealed record InferenceLogOptions
{
    /// <summary>A segment that has reached this size is closed and the next one begun.</summary>
    public long SegmentBytes { get; init; } = 64L << 20;

    /// <summary>Above this size the oldest segments are deleted, whole. The two newest always stay.</summary>
    public long RetainBytes { get; init; } = 512L << 20;

    /// <summary>The age from which records are deleted, whole segments at a time; zero for never. A segment is ended after an eighth of it, and the two newest always stay.</summary>
    public TimeSpan RetainFor { get; init; }

    /// <summary>What retention leaves alone above that size; null for nothing.</summary>
    public LogHold? Hold { get; init; }

    /// <summary>What an acknowledged record survives.</summary>
    public FlushMode Flush { get; init; } = FlushMode.Never;

    /// <summary>Dates the records.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
