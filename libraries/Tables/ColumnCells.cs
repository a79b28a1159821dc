using System.Globalization;
using System.Text;

namespace MonitoringDemo.Tables;

/// <summary>The cells of one column in a block of rows.</summary>
public sealed class ColumnCells
{
    private readonly CellKind[] _kinds = new CellKind[TableBlock.MostRows];
    private readonly int[] _starts = new int[TableBlock.MostRows + 1];
    private readonly double[] _numbers = new double[TableBlock.MostRows];
    private readonly long[] _ticks = new long[TableBlock.MostRows];
    private char[] _chars = new char[TableBlock.MostRows * 8];

    /// <summary>How many cells there are.</summary>
    public int Count { get; private set; }

    /// <summary>What a cell holds.</summary>
    public CellKind Kind(int row) => _kinds[row];

    /// <summary>The text of a text cell; empty for any other. Valid until the block is filled again.</summary>
    public ReadOnlySpan<char> Text(int row) => _chars.AsSpan(_starts[row].._starts[row + 1]);

    /// <summary>The value of a number cell.</summary>
    public double Number(int row) => _numbers[row];

    /// <summary>The value of a time cell: 100 ns since the year 1, UTC.</summary>
    public long Ticks(int row) => _ticks[row];

    /// <summary>Any cell as text: numbers so that they read back as the same, times by ISO 8601; empty for a missing one.</summary>
    public string InWords(int row) => _kinds[row] switch
    {
        CellKind.Text => Text(row).ToString(),
        CellKind.Number => _numbers[row].ToString("R", CultureInfo.InvariantCulture),
        CellKind.Time => new DateTime(_ticks[row], DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>Adds a cell without a value.</summary>
    public void AddMissing() => Add(CellKind.Missing, 0);

    /// <summary>Adds a number; NaN is a missing value.</summary>
    public void AddNumber(double value)
    {
        _numbers[Count] = value;
        Add(double.IsNaN(value) ? CellKind.Missing : CellKind.Number, 0);
    }

    /// <summary>Adds an instant: 100 ns since the year 1, UTC.</summary>
    public void AddTime(long ticks)
    {
        _ticks[Count] = ticks;
        Add(CellKind.Time, 0);
    }

    /// <summary>Adds a text.</summary>
    public void AddText(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        Add(CellKind.Text, text.Length);
    }

    /// <summary>Adds a text from its bytes.</summary>
    public void AddUtf8(ReadOnlySpan<byte> text) => Add(CellKind.Text, Encoding.UTF8.GetChars(text, Room(text.Length)));

    internal void Clear() => Count = 0;

    private Span<char> Room(int chars)
    {
        var used = _starts[Count];
        if (used + chars > _chars.Length)
            Array.Resize(ref _chars, Math.Max(used + chars, _chars.Length * 2));
        return _chars.AsSpan(used);
    }

    private void Add(CellKind kind, int chars)
    {
        _kinds[Count] = kind;
        _starts[Count + 1] = _starts[Count] + chars;
        Count++;
    }
}
