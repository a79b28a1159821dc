using Microsoft.Win32.SafeHandles;

namespace MonitoringDemo.InferenceLog.Segments;

/// <summary>The segment that is being appended to.</summary>
internal sealed class SegmentWriter(string directory, long segment, long length) : IDisposable
{
    private readonly SafeFileHandle _file = SegmentFiles.OpenForWriting(SegmentFiles.PathOf(directory, segment));

    private bool _dirty;

    public long Segment { get; } = segment;

    public long Length { get; private set; } = length;

    /// <summary>Cuts what stands after <see cref="Length"/>: a frame that was never acknowledged.</summary>
    public void CutTail()
    {
        if (RandomAccess.GetLength(_file) > Length) RandomAccess.SetLength(_file, Length);
    }

    /// <summary>Appends a frame in one write and returns where it begins.</summary>
    public long Append(ReadOnlySpan<byte> frame, bool flush)
    {
        // A write that failed (a full disk) left bytes that nobody was promised.
        if (_dirty) CutTail();

        var offset = Length;
        _dirty = true;
        RandomAccess.Write(_file, frame, offset);
        if (flush) RandomAccess.FlushToDisk(_file);
        _dirty = false;
        Length += frame.Length;
        return offset;
    }

    public void Dispose() => _file.Dispose();
}
