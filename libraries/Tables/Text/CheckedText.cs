using System.Text;
using System.Text.Unicode;

namespace MonitoringDemo.Tables.Text;

/// <summary>UTF-8 text that is checked while it is read: whatever is wrong is refused with file and line. The mark at its beginning is left out.</summary>
/// <param name="bytes">The unpacked file, as UTF-8 or as <paramref name="encoding"/> made it UTF-8.</param>
/// <param name="path">The file, as messages call it.</param>
/// <param name="encoding">The encoding that was named; null for UTF-8 that has to be checked.</param>
internal sealed class CheckedText(Stream bytes, string path, string? encoding) : ReadOnlyStream
{
    private const int MostBytesOfAChar = 4;

    private readonly byte[] _kept = new byte[MostBytesOfAChar];
    private int _keptBytes;
    private long _lines;
    private bool _begun;

    public override int Read(Span<byte> buffer)
    {
        var read = ReadBytes(buffer);
        if (!_begun && read > 0)
        {
            _begun = true;
            if (read >= 3 && buffer[0] == 0xef && buffer[1] == 0xbb && buffer[2] == 0xbf)
            {
                buffer[3..read].CopyTo(buffer);
                read -= 3;
                if (read == 0)
                    return Read(buffer);
            }
        }

        if (encoding is null)
            Check(buffer[..read], isLast: read == 0 && buffer.Length > 0);
        _lines += buffer[..read].Count((byte)'\n');
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        bytes.Dispose();
        base.Dispose(disposing);
    }

    private int ReadBytes(Span<byte> buffer)
    {
        try
        {
            // Three bytes at least, unless the file is shorter, so that a mark is seen whole.
            var read = bytes.Read(buffer);
            while (!_begun && read is > 0 and < 3 && buffer.Length > read && bytes.Read(buffer[read..]) is > 0 and var more)
                read += more;
            return read;
        }
        catch (UnusableFileException e)
        {
            throw e.At(_lines + 1);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ZstdSharp.ZstdException)
        {
            throw Refuse($"not a readable packed file ({e.Message.TrimEnd('.')}); it may be cut off or damaged, fetch it again", e);
        }
        catch (DecoderFallbackException e)
        {
            throw Refuse($"not a text in the encoding {encoding} ({e.Message.TrimEnd('.')}); name another with --encoding", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refuse($"cannot be read ({e.Message.TrimEnd('.')})", e);
        }
    }

    private UnusableTableException Refuse(string what, Exception? inner = null) =>
        new(FormattableString.Invariant($"{path}, line {_lines + 1}: {what}."), inner!);

    /// <summary>A reader would put a mark in place of what it cannot read, and make two towns one.</summary>
    private void Check(ReadOnlySpan<byte> text, bool isLast)
    {
        var from = 0;
        while (_keptBytes > 0 && from < text.Length && Rune.DecodeFromUtf8(_kept.AsSpan(0, _keptBytes), out _, out _) == System.Buffers.OperationStatus.NeedMoreData)
            _kept[_keptBytes++] = text[from++];
        if (_keptBytes > 0)
        {
            var status = Rune.DecodeFromUtf8(_kept.AsSpan(0, _keptBytes), out _, out var used);
            if (status == System.Buffers.OperationStatus.NeedMoreData && !isLast)
                return;
            if (status != System.Buffers.OperationStatus.Done || used != _keptBytes)
                throw NoText(_kept[0], text[..0]);
            _keptBytes = 0;
        }

        var rest = text[from..];
        if (Utf8.IsValid(rest))
            return;
        var at = 0;
        while (at < rest.Length)
        {
            var status = Rune.DecodeFromUtf8(rest[at..], out _, out var used);
            if (status == System.Buffers.OperationStatus.NeedMoreData && rest.Length - at < MostBytesOfAChar)
            {
                rest[at..].CopyTo(_kept);
                _keptBytes = rest.Length - at;
                return;
            }

            if (status != System.Buffers.OperationStatus.Done)
                throw NoText(rest[at], rest[..at]);
            at += used;
        }
    }

    private UnusableTableException NoText(byte wrong, ReadOnlySpan<byte> before)
    {
        _lines += before.Count((byte)'\n');
        return Refuse(FormattableString.Invariant($"the byte {wrong:X2} is no UTF-8 text; name the file's encoding, for instance --encoding windows-1252"));
    }
}
