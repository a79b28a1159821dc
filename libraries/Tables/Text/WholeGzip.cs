using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace MonitoringDemo.Tables.Text;

/// <summary>Unpacks a gzip file and, at its end, tells one that is whole from one that is cut off: the platform's reader ends quietly where the bytes do.</summary>
/// <remarks>
/// The last eight bytes are checksum and length of the last member (RFC 1952, 2.3.1). They are held against what was read on the way; only a file
/// of several members is read once more, for the checksum of what the last one must hold.
/// </remarks>
internal sealed class WholeGzip(string path, string name) : ReadOnlyStream
{
    private const int TrailerBytes = 8;

    private readonly GZipStream _unpacked = new(FileOf(path), CompressionMode.Decompress);
    private readonly Crc32 _checksum = new();
    private long _bytes;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        var read = _unpacked.Read(buffer);
        if (read > 0)
        {
            _checksum.Append(buffer[..read]);
            _bytes += read;
        }
        else if (buffer.Length > 0 && !_ended)
        {
            _ended = true;
            RequireEnd();
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private static FileStream FileOf(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);

    private void RequireEnd()
    {
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        using var file = FileOf(path);
        if (file.Length < TrailerBytes)
            throw Cut();
        file.Position = file.Length - TrailerBytes;
        file.ReadExactly(trailer);
        var (checksum, length) = (BinaryPrimitives.ReadUInt32LittleEndian(trailer), BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]));
        if (_checksum.GetCurrentHashAsUInt32() == checksum && (uint)_bytes == length)
            return;
        if (length >= _bytes || ChecksumAfter(_bytes - length) != checksum)
            throw Cut();
    }

    private UnusableFileException Cut() => new($"the gzip file is cut off or damaged there (gzip -t says so, too); fetch it again", name);

    private uint ChecksumAfter(long skip)
    {
        using var stream = new GZipStream(FileOf(path), CompressionMode.Decompress);
        var (buffer, bytes, checksum) = (new byte[1 << 16], 0L, new Crc32());
        while (stream.Read(buffer) is > 0 and var read)
        {
            checksum.Append(buffer.AsSpan((int)Math.Clamp(skip - bytes, 0, read)..read));
            bytes += read;
        }

        return checksum.GetCurrentHashAsUInt32();
    }
}
