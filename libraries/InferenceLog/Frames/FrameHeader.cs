using System.Buffers.Binary;

namespace MonitoringDemo.InferenceLog.Frames;

/// <summary>
/// A frame is: length (4 bytes, of all that follows the checksum), CRC-32C of everything but itself (4),
/// type (1), format version (1: as it first was; 2: at the payload's end, what was added later: event times of rows, importance of a model change; 3: after that, how the champion did on held-out rows; 4: rows that a canary answered, with the number of their event times before these; 5: the same beside a canary, then whether it answered and how long either version took), flags (1; 1: behind the payload stands where a merged log has it from, see LogFrames), zero (1), count (4), ordinal (8), time (8), row (8), payload. Little-endian.
/// </summary>
internal readonly record struct FrameHeader(RecordType Type, int Count, long Ordinal, long UtcTicks, long AtRow, byte Version)
{
    public const int PrefixBytes = 8;
    public const int Bytes = PrefixBytes + 32;
    public const int MaxFrameBytes = 1 << 28;
    public const byte First = 1;
    public const byte Longer = 2;
    public const byte Longest = 3;
    public const byte OfCanary = 4;
    public const byte Timed = 5;
    private const byte Origin = 1;

    /// <summary>Whether the record was written in another log.</summary>
    public bool HasOrigin { get; init; }

    /// <summary>Rows in the log after this record.</summary>
    public long NextRow => Type is RecordType.History or RecordType.Predictions ? AtRow + Count : AtRow;

    /// <summary>The length of the whole frame as its first bytes tell it; not yet to be trusted.</summary>
    public static long FrameBytes(ReadOnlySpan<byte> bytes) => PrefixBytes + (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    /// <summary>Whether bytes can be the beginning of a frame: its flags and its zero say so.</summary>
    public static bool HasKnownFlags(ReadOnlySpan<byte> bytes) => (bytes[10] & ~Origin) == 0 && bytes[11] == 0;

    public static bool IsPossibleLength(long frameBytes) => frameBytes is >= Bytes and <= MaxFrameBytes;

    public static FrameHeader Read(ReadOnlySpan<byte> frame) => new(
        (RecordType)frame[8],
        BinaryPrimitives.ReadInt32LittleEndian(frame[12..]),
        BinaryPrimitives.ReadInt64LittleEndian(frame[16..]),
        BinaryPrimitives.ReadInt64LittleEndian(frame[24..]),
        BinaryPrimitives.ReadInt64LittleEndian(frame[32..]),
        frame[9])
    {
        HasOrigin = (frame[10] & Origin) != 0,
    };

    /// <summary>A frame is written in the oldest version that can hold it, so that older programs read what they can.</summary>
    /// <param name="added">How many values it has of what was added later.</param>
    public static byte VersionFor(int added) => added == 0 ? First : Longer;

    /// <summary>Whether the checksum fits the bytes.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> frame)
        => BinaryPrimitives.ReadUInt32LittleEndian(frame[4..]) == Checksum(frame);

    /// <summary>Fills in the first 40 bytes; the payload must be in place.</summary>
    public void Seal(Span<byte> frame)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)(frame.Length - PrefixBytes));
        frame[8] = (byte)Type;
        frame[9] = Version;
        (frame[10], frame[11]) = (HasOrigin ? Origin : (byte)0, 0);
        BinaryPrimitives.WriteInt32LittleEndian(frame[12..], Count);
        BinaryPrimitives.WriteInt64LittleEndian(frame[16..], Ordinal);
        BinaryPrimitives.WriteInt64LittleEndian(frame[24..], UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(frame[32..], AtRow);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[4..], Checksum(frame));
    }

    private static uint Checksum(ReadOnlySpan<byte> frame) => Crc32C.Compute(frame[PrefixBytes..], Crc32C.Compute(frame[..4]));
}
