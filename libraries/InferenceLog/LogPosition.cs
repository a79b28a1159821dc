namespace MonitoringDemo.InferenceLog;

/// <summary>Where a record stands, so that it can be read again without scanning.</summary>
/// <param name="Ordinal">The record's ordinal.</param>
/// <param name="Segment">The first ordinal of its segment: the segment's file name.</param>
/// <param name="Offset">The first byte of its frame in that file.</param>
public readonly record struct LogPosition(long Ordinal, long Segment, long Offset);
