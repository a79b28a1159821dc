using MonitoringDemo.InferenceLog.Frames;

namespace MonitoringDemo.InferenceLog.Segments;

/// <summary>The segments of a log, of which the newest grows; the oldest go as retention says.</summary>
internal sealed class SegmentChain : IDisposable
{
    private readonly string _directory;
    private readonly InferenceLogOptions _options;
    private SegmentWriter _newest;
    private long? _begunAt;

    /// <summary>Goes on where a log ends, and cuts what was never acknowledged.</summary>
    public SegmentChain(string directory, InferenceLogOptions options, LogRecovery end)
    {
        (_directory, _options) = (directory, options);
        _newest = new SegmentWriter(directory, end.Segment, end.Length);
        _newest.CutTail();
        if (end.Length > 0) _begunAt = Retention.BeginsAt(directory, end.Segment);
        if (options.RetainFor > TimeSpan.Zero) Retention.Apply(directory, options.RetainBytes, options.Hold, options.Clock.GetUtcNow().UtcTicks - options.RetainFor.Ticks);
    }

    /// <summary>Writes a frame, in a segment of its own where the newest is full or the frame does not follow on the one before.</summary>
    /// <param name="ordinal">The record's number.</param>
    /// <param name="follows">Whether it is the number after the one before.</param>
    /// <param name="frame">The bytes.</param>
    /// <returns>Where it stands, and whether the log may now begin elsewhere.</returns>
    public (LogPosition Position, bool BeginsElsewhere) Append(long ordinal, bool follows, ReadOnlySpan<byte> frame)
    {
        var written = FrameHeader.Read(frame).UtcTicks;
        // Only between two segments may a number be left out.
        var leaps = !follows && ordinal != _newest.Segment;
        var rolls = leaps || (_newest.Length > 0 && (_newest.Length + frame.Length > _options.SegmentBytes || IsOld(written)));
        if (rolls) Roll(ordinal);
        _begunAt ??= written;

        var position = new LogPosition(ordinal, _newest.Segment, _newest.Append(frame, _options.Flush == FlushMode.EveryBatch));
        return (position, rolls && (Retention.Apply(_directory, _options.RetainBytes, _options.Hold, _options.RetainFor > TimeSpan.Zero ? written - _options.RetainFor.Ticks : 0) | leaps));
    }

    public void Dispose() => _newest.Dispose();

    private bool IsOld(long now) => _options.RetainFor > TimeSpan.Zero && _begunAt is { } begun && now - begun > _options.RetainFor.Ticks / 8;

    private void Roll(long ordinal)
    {
        var next = new SegmentWriter(_directory, ordinal, 0);
        var ended = _newest;
        ended.Dispose();
        (_newest, _begunAt) = (next, null);
        if (ended.Length == 0) File.Delete(SegmentFiles.PathOf(_directory, ended.Segment));
    }
}
