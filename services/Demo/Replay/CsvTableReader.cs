using System.IO.Compression;
using CsvHelper;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Reads a whole CSV or CSV.gz file; what it cannot use it refuses by file, line and column.</summary>
public static class CsvTableReader
{
    private static readonly CsvReaderOptions Strict = new()
    {
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        PoolStrings = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    public static CsvTable Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
            throw new UnusableInputException($"{path}: no such file.");
        try
        {
            using var stream = Open(path);
            return Read(stream, Path.GetFileName(path));
        }
        catch (InvalidDataException e)
        {
            throw new UnusableInputException($"{path}: not a readable CSV.gz file ({e.Message.TrimEnd('.')}).", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"{path}: cannot be read ({e.Message.TrimEnd('.')}).", e);
        }
    }

    /// <summary>Reads CSV bytes; <paramref name="name"/> is how messages call the file.</summary>
    public static CsvTable Read(Stream stream, string name)
    {
        using var reader = CsvReader.Create(stream, Strict, leaveOpen: true);
        try
        {
            return Read(reader, name);
        }
        catch (CsvFormatException e)
        {
            throw new UnusableInputException($"{name}, line {e.LineNumber}: a quote does not belong there or is never closed.", e);
        }
    }

    private static CsvTable Read(CsvReader reader, string name)
    {
        if (!reader.Read())
            throw new UnusableInputException($"{name}: the file is empty.");

        var columns = ReadHeader(reader, name);
        var rows = new List<string[]>();
        var lines = new List<int>();
        while (reader.Read())
        {
            RefuseRagged(reader, name, columns);
            var row = new string[columns.Length];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.GetString(i);
            rows.Add(row);
            lines.Add((int)reader.LineNumber);
        }

        if (rows.Count == 0)
            throw new UnusableInputException($"{name}: a header and no rows.");
        return new CsvTable(name, columns, rows, lines);
    }

    private static string[] ReadHeader(CsvReader reader, string name)
    {
        var columns = new string[reader.FieldCount];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = reader.GetString(i);
            if (columns[i].Length == 0)
                throw new UnusableInputException($"{name}, line {reader.LineNumber}: column {i + 1} has no name.");
            if (!seen.Add(columns[i]))
                throw new UnusableInputException($"{name}, line {reader.LineNumber}: column '{columns[i]}' occurs twice.");
        }

        return columns;
    }

    private static void RefuseRagged(CsvReader reader, string name, string[] columns)
    {
        if (reader.FieldCount == columns.Length)
            return;
        var where = reader.FieldCount < columns.Length
            ? $"column '{columns[reader.FieldCount]}' is missing"
            : $"something follows column '{columns[^1]}'";
        throw new UnusableInputException(
            $"{name}, line {reader.LineNumber}: {reader.FieldCount} values where the header names {columns.Length}; {where}.");
    }

    private static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        var zipped = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return zipped ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
