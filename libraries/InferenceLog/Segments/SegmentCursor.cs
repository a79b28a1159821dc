using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;
using MonitoringDemo.InferenceLog.Frames;

namespace MonitoringDemo.InferenceLog.Segments;

/// <summary>Walks the frames of one segment, checks each, and can be asked again at the end.</summary>
internal sealed class SegmentCursor : IDisposable
{
    private readonly SafeFileHandle _file;
    private byte[] _buffer;
    private int _start;
    private int _end;

    public SegmentCursor(string directory, long segment, int bufferBytes = 256 << 10)
    {
        Segment = NextOrdinal = segment;
        Path = SegmentFiles.PathOf(directory, segment);
        _file = SegmentFiles.OpenForReading(Path);
        _buffer = new byte[bufferBytes];
    }

    public string Path { get; }

    public long Segment { get; }

    /// <summary>The ordinal of the frame that comes next.</summary>
    public long NextOrdinal { get; private set; }

    /// <summary>Where that frame begins: the end of the last whole one.</summary>
    public long Offset { get; private set; }

    public long FileBytes => RandomAccess.GetLength(_file);

    /// <summary>Opens a segment, unless retention has deleted it.</summary>
    public static bool TryOpen(string directory, long segment, [NotNullWhen(true)] out SegmentCursor? cursor)
    {
        try
        {
            cursor = new SegmentCursor(directory, segment);
            return true;
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            cursor = null;
            return false;
        }
    }

    /// <summary>The next frame; its bytes are good until the next call.</summary>
    public FrameStatus Next(out ReadOnlySpan<byte> frame)
    {
        var status = Look(out frame);
        if (status == FrameStatus.Unreadable)
        {
            // What was buffered may be older than the file: a writer cuts a torn tail and writes on over it.
            Forget();
            status = Look(out frame);
        }

        if (status == FrameStatus.Frame)
        {
            _start += frame.Length;
            Offset += frame.Length;
            NextOrdinal++;
        }
        else
        {
            Forget();
        }

        return status;
    }

    /// <summary>Starts at a frame whose place is known instead of at the first one.</summary>
    public void JumpTo(LogPosition position)
    {
        Forget();
        (NextOrdinal, Offset) = (position.Ordinal, position.Offset);
    }

    /// <summary>True when a whole record stands somewhere after the one that cannot be read: the damage is no torn tail.</summary>
    public bool WholeFrameFollows()
    {
        Forget();
        var from = Offset + 1;
        var rest = new byte[Math.Max(0, FileBytes - from)];
        var length = RandomAccess.Read(_file, rest, from);
        for (var i = 0; i + FrameHeader.Bytes <= length; i++)
        {
            var candidate = rest.AsSpan(i, length - i);
            var bytes = FrameHeader.FrameBytes(candidate);
            if (bytes >= FrameHeader.Bytes
                && bytes <= candidate.Length
                && FrameHeader.HasKnownFlags(candidate)
                && FrameHeader.Read(candidate) is { Type: >= RecordType.History and <= RecordType.AcceptedData } header
                && header.Ordinal > NextOrdinal
                && FrameHeader.IsIntact(candidate[..(int)bytes]))
                return true;
        }

        return false;
    }

    public void Dispose() => _file.Dispose();

    private FrameStatus Look(out ReadOnlySpan<byte> frame)
    {
        frame = default;
        var buffered = Fill(FrameHeader.Bytes);
        if (buffered == 0) return FrameStatus.End;
        if (buffered < FrameHeader.Bytes) return FrameStatus.Unreadable;

        var bytes = FrameHeader.FrameBytes(_buffer.AsSpan(_start));
        if (!FrameHeader.IsPossibleLength(bytes) || (bytes > buffered && Offset + bytes > FileBytes) || Fill((int)bytes) < bytes)
            return FrameStatus.Unreadable;

        frame = _buffer.AsSpan(_start, (int)bytes);
        return FrameHeader.IsIntact(frame) && FrameHeader.Read(frame).Ordinal == NextOrdinal ? FrameStatus.Frame : FrameStatus.Unreadable;
    }

    private int Fill(int wanted)
    {
        if (_end - _start >= wanted) return _end - _start;

        // Part of a frame may be of a write that failed, on a full disk, and was made again later: put together with the rest of that one,
        // which differs from it in its time alone, it would be whole, and not what stands in the file.
        Forget();
        if (wanted > _buffer.Length) Array.Resize(ref _buffer, Math.Max(wanted, 2 * _buffer.Length));

        int read;
        while (_end < wanted && (read = RandomAccess.Read(_file, _buffer.AsSpan(_end), Offset + _end)) > 0)
            _end += read;

        return _end;
    }

    private void Forget() => _start = _end = 0;
}
