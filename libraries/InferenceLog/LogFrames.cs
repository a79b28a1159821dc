using System.Buffers.Binary;
using System.Text;
using MonitoringDemo.InferenceLog.Frames;

namespace MonitoringDemo.InferenceLog;

/// <summary>Reads a record from the bytes in which the log keeps it, wherever they come from.</summary>
public static class LogFrames
{
    private const int OriginBytes = sizeof(long) + sizeof(long) + 1;

    /// <summary>Reads one record and checks all of it: its length, its checksum and what it says.</summary>
    /// <param name="frame">The bytes of exactly one record, as <see cref="LogFrameReader.TryRead"/> gave them.</param>
    /// <exception cref="CorruptLogException">They are no record.</exception>
    /// <exception cref="NotSupportedException">A newer program wrote them.</exception>
    public static LogRecord Read(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < FrameHeader.Bytes || FrameHeader.FrameBytes(frame) != frame.Length || !FrameHeader.IsIntact(frame))
            throw new CorruptLogException($"{frame.Length} bytes are no record of an inference log: their length or their checksum is not what it was when they were written.");

        var header = FrameHeader.Read(frame);
        return header is { Ordinal: >= 0, AtRow: >= 0 }
            ? RecordDecoder.Decode(frame, new LogPosition(header.Ordinal))
            : throw new CorruptLogException($"A record says that it is number {header.Ordinal} of its log, at row {header.AtRow}: both count from 0.");
    }

    /// <summary>The records that stand one behind the other in some bytes. What they are is not looked at, see <see cref="Read"/>.</summary>
    /// <param name="frames">The bytes of any number of whole records.</param>
    /// <returns>The number that each says it has, and its bytes.</returns>
    /// <exception cref="CorruptLogException">They do not end where a record ends.</exception>
    public static IReadOnlyList<(long Ordinal, ReadOnlyMemory<byte> Frame)> Split(ReadOnlyMemory<byte> frames)
    {
        var found = new List<(long, ReadOnlyMemory<byte>)>();
        for (var rest = frames; rest.Length > 0;)
        {
            var length = rest.Length < FrameHeader.Bytes ? 0 : FrameHeader.FrameBytes(rest.Span);
            if (length < FrameHeader.Bytes || length > rest.Length)
                throw new CorruptLogException($"Behind {found.Count} records come {rest.Length} bytes that are no whole one.");
            found.Add((FrameHeader.Read(rest.Span).Ordinal, rest[..(int)length]));
            rest = rest[(int)length..];
        }

        return found;
    }

    /// <summary>The same record as it stands in a log that is merged of several: with a number and a row of that log's, and with where it comes from behind all that it says.</summary>
    /// <param name="frame">The bytes of the record where it was written.</param>
    /// <param name="ordinal">Its number in the merged log.</param>
    /// <param name="atRow">The row that comes next there.</param>
    /// <param name="log">The name of the log that it comes from.</param>
    public static byte[] Merged(ReadOnlySpan<byte> frame, long ordinal, long atRow, string log)
    {
        var header = FrameHeader.Read(frame);
        var name = Encoding.UTF8.GetBytes(log);
        var merged = new byte[frame.Length + name.Length + OriginBytes];
        frame.CopyTo(merged);
        var origin = merged.AsSpan(frame.Length);
        name.CopyTo(origin);
        BinaryPrimitives.WriteInt64LittleEndian(origin[name.Length..], header.Ordinal);
        BinaryPrimitives.WriteInt64LittleEndian(origin[(name.Length + sizeof(long))..], header.AtRow);
        origin[^1] = checked((byte)name.Length);
        (header with { Ordinal = ordinal, AtRow = atRow, HasOrigin = true }).Seal(merged);
        return merged;
    }

    /// <summary>Where a record of a merged log comes from; null for one that was written where it stands.</summary>
    /// <param name="frame">The bytes of exactly one record.</param>
    public static LogOrigin? OriginOf(ReadOnlySpan<byte> frame)
    {
        if (!FrameHeader.Read(frame).HasOrigin) return null;
        var name = frame[^1];
        if (frame.Length < FrameHeader.Bytes + name + OriginBytes) throw new CorruptLogException("A record of a merged log is too short to say where it comes from.");
        var origin = frame[^(name + OriginBytes)..];
        return new LogOrigin(
            Encoding.UTF8.GetString(origin[..name]), BinaryPrimitives.ReadInt64LittleEndian(origin[name..]), BinaryPrimitives.ReadInt64LittleEndian(origin[(name + sizeof(long))..]));
    }
}
