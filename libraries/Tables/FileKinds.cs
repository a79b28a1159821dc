using MonitoringDemo.Tables.Text;

namespace MonitoringDemo.Tables;

/// <summary>Tells by its first bytes what a file is; names say little.</summary>
internal static class FileKinds
{
    private static readonly (byte[] Mark, string What)[] s_others =
    [
        ("FEA1"u8.ToArray(), "a Feather file of version 1; write it anew as version 2, which is Arrow"),
        ("BZh"u8.ToArray(), "packed with bzip2; unpack it with bunzip2"),
        ([0xfd, 0x37, 0x7a, 0x58, 0x5a], "packed with xz; unpack it with unxz"),
        ("PK\x03\x04"u8.ToArray(), "a zip file or a workbook; unpack it, or save it as CSV"),
        ("Obj\x01"u8.ToArray(), "an Avro file; write it as Parquet"),
        ("ORC"u8.ToArray(), "an ORC file; write it as Parquet"),
        ("\x89HDF"u8.ToArray(), "an HDF5 file; write it as Parquet"),
        ("SQLite format 3"u8.ToArray(), "a SQLite database; write the table as CSV"),
    ];

    /// <summary>The reader of a file.</summary>
    /// <exception cref="UnusableTableException">It is no table that can be read; the message says what it is.</exception>
    public static ITableReader Open(string path, TableOptions options)
    {
        Span<byte> buffer = stackalloc byte[16];
        var head = Head(path, buffer);
        if (head.StartsWith("PAR1"u8))
            return new ParquetRows(path);
        if (head.StartsWith("ARROW1"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xff, 0xff, 0xff]))
            return new ArrowRows(path, isFile: head[0] == (byte)'A');
        foreach (var (mark, what) in s_others)
        {
            if (head.StartsWith(mark))
                throw new UnusableTableException($"{path}: {what}.");
        }

        return OpenText(path, options);
    }

    public static Packing PackingOf(string path)
    {
        Span<byte> buffer = stackalloc byte[4];
        var head = Head(path, buffer);
        return head is [0x1f, 0x8b, ..] ? Packing.Gzip
            : head is [0x28, 0xb5, 0x2f, 0xfd] ? Packing.Zstandard
            : Packing.None;
    }

    private static ITableReader OpenText(string path, TableOptions options)
    {
        var head = TextFile.Head(path, options.Encoding, Csv.CsvShape.HeadBytes);
        var begin = head.AsSpan().TrimStart(" \t\r\n"u8);
        if (begin.StartsWith("["u8) && begin[1..].TrimStart(" \t\r\n"u8).StartsWith("{"u8))
            throw new UnusableTableException($"{path}, line 1: a JSON array; write one object a line, for instance with jq -c '.[]'.");
        var isJson = options.Separator is null && options.Quote is null && begin.StartsWith("{"u8) && begin[1..].TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'}', ..];
        return isJson
            ? new JsonLinesRows(path, options.Encoding)
            : new Csv.CsvRows(TextFile.Open(path, options.Encoding), Path.GetFileName(path), Csv.CsvShape.Of(head, options));
    }

    private static Span<byte> Head(string path, Span<byte> buffer)
    {
        try
        {
            using var file = File.OpenRead(path);
            return buffer[..file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableTableException($"{path}: cannot be read ({e.Message.TrimEnd('.')}).", e);
        }
    }
}
