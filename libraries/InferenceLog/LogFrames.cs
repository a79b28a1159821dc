using MonitoringDemo.InferenceLog.Frames;

namespace MonitoringDemo.InferenceLog;

/// <summary>Reads a record from the bytes in which the log keeps it, wherever they come from.</summary>
public static class LogFrames
{
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
}
