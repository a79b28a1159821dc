using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Tells a gzip file that is whole from one that is cut off: the platform's reader ends quietly where the bytes do.</summary>
/// <remarks>
/// The last eight bytes are checksum and length of the last member (RFC 1952, 2.3.1). A file of several members is read twice: once for the
/// length of all, once for the checksum of what the last member must hold.
/// </remarks>
internal static class GzipCheck
{
    private const int TrailerBytes = 8;

    /// <summary>Does nothing when the file is whole.</summary>
    /// <exception cref="UnusableInputException">It is cut off or damaged; the message says after which line.</exception>
    public static void Pass(string path)
    {
        if (!TryTrailer(path, out var checksum, out var length))
            throw Cut(path, 0);

        var (all, crc, lines) = Read(path, skip: 0);
        if (crc == checksum && (uint)all == length)
            return;
        if (length < all && Read(path, all - length).Crc == checksum)
            return;
        throw Cut(path, lines);
    }

    private static UnusableInputException Cut(string path, long lines) => new(FormattableString.Invariant(
        $"{path}, line {lines + 1}: the gzip file is cut off or damaged there (gzip -t says so, too); fetch it again."));

    private static bool TryTrailer(string path, out uint checksum, out uint length)
    {
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        using var file = File.OpenRead(path);
        (checksum, length) = (0, 0);
        if (file.Length < TrailerBytes)
            return false;
        file.Position = file.Length - TrailerBytes;
        file.ReadExactly(trailer);
        (checksum, length) = (BinaryPrimitives.ReadUInt32LittleEndian(trailer), BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]));
        return true;
    }

    /// <summary>How many bytes there are, the checksum of those after the first ones, and how many lines ended.</summary>
    private static (long Bytes, uint Crc, long Lines) Read(string path, long skip)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        var (bytes, lines, crc) = (0L, 0L, new Crc32());
        try
        {
            while (stream.Read(buffer) is > 0 and var read)
            {
                crc.Append(buffer.AsSpan((int)Math.Clamp(skip - bytes, 0, read), read - (int)Math.Clamp(skip - bytes, 0, read)));
                lines += buffer.AsSpan(0, read).Count((byte)'\n');
                bytes += read;
            }
        }
        catch (InvalidDataException e)
        {
            throw new UnusableInputException(FormattableString.Invariant($"{path}, line {lines + 1}: not a readable CSV.gz file ({e.Message.TrimEnd('.')})."), e);
        }

        return (bytes, crc.GetCurrentHashAsUInt32(), lines);
    }
}
