using System.IO.Hashing;
using System.Runtime.InteropServices;
using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay.Check;

/// <summary>Counts what is in a column, in memory that does not grow with the rows.</summary>
internal sealed class ColumnCount(MissingMarkers markers)
{
    /// <summary>Different values that are counted.</summary>
    public const int MostCounted = 10_000;

    private const int MostClasses = 20;

    private readonly HashSet<ulong> _values = [];
    private readonly Dictionary<string, long> _classes = new(StringComparer.Ordinal);

    /// <summary>Rows without a value.</summary>
    public long Missing { get; private set; }

    /// <summary>Rows with one.</summary>
    public long Present { get; private set; }

    /// <summary>Different values, as far as they are counted.</summary>
    public int Different => _values.Count;

    /// <summary>Rows by value, of a column with few; empty of one with more.</summary>
    public IReadOnlyDictionary<string, long> Classes => Different > MostClasses ? new Dictionary<string, long>() : _classes;

    /// <summary>Whether no value came back as long as they were counted.</summary>
    public bool AllDifferent { get; private set; } = true;

    public void Add(ColumnCells cells, int row)
    {
        if (IsMissing(cells, row))
        {
            Missing++;
            return;
        }

        Present++;
        var hash = Hash(cells, row);
        if (_values.Count < MostCounted && !_values.Add(hash))
            AllDifferent = false;
        if (Different > MostClasses)
            return;
        var text = cells.InWords(row);
        _classes[text] = _classes.GetValueOrDefault(text) + 1;
    }

    /// <summary>A number that tells values from each other.</summary>
    public static ulong Hash(ColumnCells cells, int row) => cells.Kind(row) switch
    {
        CellKind.Text => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(cells.Text(row))),
        CellKind.Number => XxHash3.HashToUInt64(BitConverter.GetBytes(cells.Number(row))),
        CellKind.Time => XxHash3.HashToUInt64(BitConverter.GetBytes(cells.Ticks(row))),
        _ => 0,
    };

    private bool IsMissing(ColumnCells cells, int row) => cells.Kind(row) switch
    {
        CellKind.Missing => true,
        CellKind.Text => markers.Include(cells.Text(row)),
        CellKind.Number => markers.Include(cells.Number(row)),
        _ => false,
    };
}
