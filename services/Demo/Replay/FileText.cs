using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Opens a file as UTF-8 text: unpacked, whole, and of bytes that can be read.</summary>
internal static class FileText
{
    private const int Chunk = 1 << 16;

    /// <summary>The text of a CSV or CSV.gz file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The name of its encoding; null for UTF-8, or UTF-16 where the file begins with its mark.</param>
    /// <exception cref="UnusableInputException">It is cut off, or its bytes are no text in that encoding; the message says where, and what to do.</exception>
    public static Stream Open(string path, string? encoding)
    {
        if (IsZipped(path))
            GzipCheck.Pass(path);
        var text = EncodingOf(path, encoding);
        if (text is not null)
            return Encoding.CreateTranscodingStream(Unpacked(path), text, Encoding.UTF8);

        RefuseOtherEncodings(path);
        return Unpacked(path);
    }

    private static bool IsZipped(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
    }

    private static Stream Unpacked(string path)
    {
        var zipped = IsZipped(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, Chunk);
        return zipped ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Null for UTF-8.</summary>
    private static Encoding? EncodingOf(string path, string? name)
    {
        if (name is null)
        {
            using var stream = Unpacked(path);
            return (stream.ReadByte(), stream.ReadByte()) switch
            {
                (0xff, 0xfe) => Encoding.Unicode,
                (0xfe, 0xff) => Encoding.BigEndianUnicode,
                _ => null,
            };
        }

        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return encoding is UTF8Encoding ? null : encoding;
        }
        catch (ArgumentException e)
        {
            throw new UnusableInputException($"--encoding {name}: no such encoding; utf-8, windows-1252, iso-8859-15 and utf-16 are some.", e);
        }
    }

    /// <summary>A reader would put a mark in place of what it cannot read, and make two towns one.</summary>
    private static void RefuseOtherEncodings(string path)
    {
        using var stream = Unpacked(path);
        var (bytes, kept, lines) = (new byte[Chunk + 4], 0, 0L);
        var chars = new char[bytes.Length];
        while (true)
        {
            var read = stream.Read(bytes, kept, Chunk);
            var text = bytes.AsSpan(0, kept + read);
            Utf8.ToUtf16(text, chars, out var valid, out _, replaceInvalidSequences: false, isFinalBlock: read == 0);
            lines += text[..valid].Count((byte)'\n');
            kept = text.Length - valid;
            if (kept > 3 || (read == 0 && kept > 0))
            {
                throw new UnusableInputException(FormattableString.Invariant(
                    $"{path}, line {lines + 1}: the byte {text[valid]:X2} is no UTF-8 text; name the file's encoding, for instance --encoding windows-1252."));
            }

            if (read == 0)
                return;
            text[valid..].CopyTo(bytes);
        }
    }
}
