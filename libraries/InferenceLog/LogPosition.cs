namespace MonitoringDemo.InferenceLog;

/// <summary>Where a record stands, so that it can be read again without scanning. Only its ordinal means something outside the log that gave it.</summary>
/// <param name="Ordinal">The record's ordinal.</param>
/// <param name="Segment">The log's own. For files the first ordinal of its segment: the segment's file name.</param>
/// <param name="Offset">The log's own. For files the first byte of its frame in that file.</param>
public readonly record struct LogPosition(long Ordinal, long Segment = 0, long Offset = 0);
