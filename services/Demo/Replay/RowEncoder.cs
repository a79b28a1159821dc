using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Turns the rows of a block into numbers: the features in schema order, then when it happened, the label and what rows are sorted by.</summary>
internal sealed class RowEncoder
{
    private readonly TextTable _warmup;
    private readonly IReadOnlyList<InferredColumn> _features;
    private readonly Dictionary<string, int>[] _codes;
    private readonly LabelClasses _classes;
    private readonly TimeReading? _reading;
    private readonly int _label;
    private readonly int _time;

    public RowEncoder(ReplayHead head, IReadOnlyList<InferredColumn> columns, LabelClasses classes)
    {
        (_warmup, _reading, _classes) = (head.Table, head.Time?.Restart(), classes);
        _features = [.. columns.Where(column => column.Use is ColumnUse.Numeric or ColumnUse.Categorical)];
        _label = columns.First(column => column.Use == ColumnUse.Label).Index;
        _time = columns.FirstOrDefault(column => column.Use == ColumnUse.Time)?.Index ?? -1;
        _codes = [.. _features.Select(CodesOf)];
        Odd = [.. _features.Select(_ => new OddTexts())];
        Last = head.Last;
    }

    /// <summary>Numbers behind the features: time, label and key.</summary>
    public const int Tail = 3;

    /// <summary>Numbers in a row.</summary>
    public int Width => _features.Count + Tail;

    /// <summary>Of each feature, what is no number after the warm-up where the warm-up has numbers: it counts as missing, and is told.</summary>
    public IReadOnlyList<OddTexts> Odd { get; }

    /// <summary>Whether every row so far told when it happened.</summary>
    public bool HasTimes { get; private set; } = true;

    private (long Key, long Position) Last { get; }

    /// <summary>Adds the rows of a block to a store.</summary>
    /// <param name="block">The rows.</param>
    /// <param name="position">How many came before.</param>
    /// <param name="rows">Takes them.</param>
    public void Encode(TableBlock block, long position, RowFileWriter rows)
    {
        Span<double> numbers = new double[Width];
        for (var row = 0; row < block.Count; row++)
        {
            var (key, milliseconds) = TimeOf(block, row);
            var isWarmup = (key, position + row).CompareTo(Last) <= 0;
            for (var f = 0; f < _features.Count; f++)
                numbers[f] = ValueOf(f, block, row, isWarmup);
            HasTimes &= milliseconds is not null;
            numbers[^3] = milliseconds ?? double.NaN;
            numbers[^2] = _classes.LabelOf(LabelOf(block, row));
            numbers[^1] = RowFileWriter.Key(key);
            rows.Add(numbers);
        }
    }

    private (long Key, long? Milliseconds) TimeOf(TableBlock block, int row)
    {
        if (_reading is null)
            return (0, null);
        var cells = block.Columns[_time];
        // A file that changed since its times were looked at is the only way to get here with none.
        return _reading.TryKey(cells, row, out var key)
            ? (key, _reading.Milliseconds(cells, row, key))
            : throw TextTable.Refuse(block.Place(row), _warmup.Columns[_time], $"'{cells.InWords(row)}' is no time to sort by (--time).");
    }

    private string LabelOf(TableBlock block, int row)
    {
        var (cells, column) = (block.Columns[_label], _warmup.Columns[_label]);
        if (cells.Kind(row) == CellKind.Text && _classes.Known(cells.Text(row)) is { } known)
            return known;
        var text = cells.InWords(row);
        if (_warmup.Missing.Include(text))
            throw TextTable.Refuse(block.Place(row), column, "the label is missing.");
        return _classes.LabelOf(text) >= 0
            ? text
            : throw TextTable.Refuse(block.Place(row), column, $"a third class '{text}' beside '{_classes.Negative}' and '{_classes.Positive}', the only ones in the warm-up; a longer --warmup may hold all.");
    }

    private double ValueOf(int feature, TableBlock block, int row, bool isWarmup)
    {
        var column = _features[feature];
        var cells = block.Columns[column.Index];
        var kind = cells.Kind(row);
        if (kind == CellKind.Missing || (kind == CellKind.Text && _warmup.Missing.Include(cells.Text(row))) || (kind == CellKind.Number && _warmup.Missing.Include(cells.Number(row))))
            return double.NaN;
        if (column.Use == ColumnUse.Categorical)
            return CodeOf(feature, cells, row, kind);
        if (kind == CellKind.Number && double.IsFinite(cells.Number(row)))
            return cells.Number(row);
        if (kind == CellKind.Text && column.Notation.TryRead(cells.Text(row), out var number))
            return number;
        if (!isWarmup)
            Odd[feature].Add(cells.InWords(row), block.Place(row));
        return double.NaN;
    }

    private int CodeOf(int feature, ColumnCells cells, int row, CellKind kind)
    {
        var codes = _codes[feature];
        var isKnown = kind == CellKind.Text
            ? codes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(cells.Text(row), out var code)
            : codes.TryGetValue(cells.InWords(row), out code);
        return isKnown ? code : codes.Count;
    }

    private static Dictionary<string, int> CodesOf(InferredColumn column)
    {
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var category in column.Categories)
            codes.Add(category, codes.Count);
        return codes;
    }
}
