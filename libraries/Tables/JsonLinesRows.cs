using System.Text;
using System.Text.Json;
using MonitoringDemo.Tables.Text;

namespace MonitoringDemo.Tables;

/// <summary>Reads one JSON object a line; objects within objects become columns with a point in the name. What the first lines do not have is refused by line.</summary>
internal sealed class JsonLinesRows : ITableReader
{
    private static readonly JsonReaderOptions s_strict = new() { AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    private readonly string _name;
    private readonly LineBytes _lines;
    private readonly TableColumn[] _columns;
    private readonly Dictionary<string, int> _byName;

    /// <param name="path">The file.</param>
    /// <param name="encoding">The name of its encoding; null for UTF-8.</param>
    public JsonLinesRows(string path, string? encoding)
    {
        _name = Path.GetFileName(path);
        _columns = JsonLinesHead.Read(TextFile.Open(path, encoding), _name);
        _byName = Enumerable.Range(0, _columns.Length).ToDictionary(column => _columns[column].Name, StringComparer.Ordinal);
        _lines = new LineBytes(TextFile.Open(path, encoding), _name);
    }

    public IReadOnlyList<TableColumn> Columns => _columns;

    public bool TryRead(TableBlock block)
    {
        block.Clear(_columns.Length, _name);
        while (block.Count < TableBlock.MostRows && _lines.TryNext(out var line))
        {
            if (line.Trim(" \t\r"u8).Length == 0)
                continue;
            ReadRow(line, block);
            foreach (var column in block.Columns)
            {
                if (column.Count == block.Count)
                    column.AddMissing();
            }

            block.EndRow(_lines.Line);
        }

        return block.Count > 0;
    }

    public void Dispose() => _lines.Dispose();

    private void ReadRow(ReadOnlySpan<byte> line, TableBlock block)
    {
        try
        {
            var reader = new Utf8JsonReader(line, s_strict);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw Refuse($"'{Encoding.UTF8.GetString(line[..Math.Min(line.Length, 40)])}' where an object {{\u2026}} is wanted");
            ReadObject(ref reader, "", block);
            if (reader.Read())
                throw Refuse("something follows the object; a row is one object on one line");
        }
        catch (JsonException e)
        {
            throw new UnusableTableException(FormattableString.Invariant($"{_name}, line {_lines.Line}: no JSON at byte {e.BytePositionInLine + 1} of the line; a row is one object on one line."), e);
        }
    }

    private void ReadObject(ref Utf8JsonReader reader, string prefix, TableBlock block)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = prefix + reader.GetString();
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadObject(ref reader, $"{name}.", block);
                continue;
            }

            if (!_byName.TryGetValue(name, out var column))
                throw Refuse(FormattableString.Invariant($"'{name}' is none of the columns of the first {JsonLinesHead.MostLines:N0} lines ({string.Join(", ", _columns.Select(each => each.Name))}); a line near the top has to name every column, with null where there is no value"));
            if (block.Columns[column].Count > block.Count)
                throw Refuse($"'{name}' occurs twice");
            ReadValue(ref reader, _columns[column], block.Columns[column]);
        }
    }

    private void ReadValue(ref Utf8JsonReader reader, TableColumn column, ColumnCells cells)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                cells.AddMissing();
                break;
            case JsonTokenType.Number when column.Type != StatedType.Unstated && reader.TryGetDouble(out var number) && double.IsFinite(number):
                cells.AddNumber(number);
                break;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                cells.AddUtf8(reader.ValueSpan);
                break;
            case JsonTokenType.StartArray when column.Type == StatedType.Other:
                reader.Skip();
                cells.AddMissing();
                break;
            case JsonTokenType.StartArray:
                throw Refuse($"column '{column.Name}' holds a list; a row has one value in a column");
            default:
                cells.AddText(reader.GetString());
                break;
        }
    }

    private UnusableTableException Refuse(string what) => new(FormattableString.Invariant($"{_name}, line {_lines.Line}: {what}."));
}
