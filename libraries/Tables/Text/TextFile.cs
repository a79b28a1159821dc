using System.Text;

namespace MonitoringDemo.Tables.Text;

/// <summary>Opens a text file as checked UTF-8, unpacked.</summary>
internal static class TextFile
{
    private const int Chunk = 1 << 16;

    /// <summary>The text of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The name of its encoding; null for UTF-8, or UTF-16 where the file begins with its mark.</param>
    public static Stream Open(string path, string? encoding)
    {
        var named = encoding is null ? null : Named(encoding);
        var text = named ?? Marked(path);
        return new CheckedText(
            text is null ? Unpacked(path) : Encoding.CreateTranscodingStream(Unpacked(path), text, Encoding.UTF8),
            path,
            text is null ? null : encoding ?? text.WebName);
    }

    /// <summary>The first bytes of the unpacked text.</summary>
    public static byte[] Head(string path, string? encoding, int bytes)
    {
        using var stream = Open(path, encoding);
        var head = new byte[bytes];
        return head[..stream.ReadAtLeast(head, bytes, throwOnEndOfStream: false)];
    }

    private static Stream Unpacked(string path) => FileKinds.PackingOf(path) switch
    {
        Packing.Gzip => new WholeGzip(path, path),
        Packing.Zstandard => new ZstdSharp.DecompressionStream(FileOf(path), Chunk, checkEndOfStream: true, leaveOpen: false),
        _ => FileOf(path),
    };

    private static FileStream FileOf(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, Chunk);

    private static UnicodeEncoding? Marked(string path)
    {
        using var stream = Unpacked(path);
        Span<byte> mark = stackalloc byte[2];
        try
        {
            return stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) < mark.Length ? null
                : mark is [0xff, 0xfe] ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
                : mark is [0xfe, 0xff] ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or UnusableFileException or ZstdSharp.ZstdException)
        {
            // The text's own reader comes to the same place, and says so with the line.
            return null;
        }
    }

    /// <summary>Null for UTF-8.</summary>
    private static Encoding? Named(string name)
    {
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return encoding is UTF8Encoding ? null : encoding;
        }
        catch (ArgumentException e)
        {
            throw new UnusableTableException($"--encoding {name}: no such encoding; utf-8, windows-1252, iso-8859-15 and utf-16 are some.", e);
        }
    }
}
