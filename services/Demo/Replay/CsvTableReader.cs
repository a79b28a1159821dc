using System.Text;
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

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The name of its encoding; null for UTF-8, or UTF-16 where the file begins with its mark.</param>
    /// <exception cref="UnusableInputException">It cannot be used; the message says where and why.</exception>
    public static CsvTable Read(string path, string? encoding = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
            throw new UnusableInputException($"{path}: no such file.");
        try
        {
            using var stream = FileText.Open(path, encoding);
            return Read(stream, Path.GetFileName(path));
        }
        catch (InvalidDataException e)
        {
            throw new UnusableInputException($"{path}: not a readable CSV.gz file ({e.Message.TrimEnd('.')}).", e);
        }
        catch (DecoderFallbackException e)
        {
            throw new UnusableInputException($"{path}: not a text in the encoding {encoding} ({e.Message.TrimEnd('.')}); name another with --encoding.", e);
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
            columns[i] = reader.GetString(i) is { Length: > 0 } named ? named : CsvTable.NameOfUnnamed(i);
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
}
