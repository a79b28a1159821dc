using System.Numerics;
using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Whether a column counts the rows, in whatever order: one bit a row, however large the numbers.</summary>
internal sealed class RowNumbers
{
    private readonly Dictionary<long, ulong> _seen = [];
    private long _least = long.MaxValue;
    private long _greatest = long.MinValue;
    private long _rows;

    /// <summary>Whether all values so far are whole numbers and different.</summary>
    public bool MayCount { get; private set; } = true;

    /// <summary>Whether they are as many different whole numbers as follow each other.</summary>
    public bool Counts => MayCount && _rows > 0 && _greatest - _least == _rows - 1;

    public void Add(ColumnCells cells, int row)
    {
        if (!MayCount)
            return;
        var number = cells.Number(row);
        if (cells.Kind(row) == CellKind.Number || (cells.Kind(row) == CellKind.Text && Number.TryRead(cells.Text(row), out number)))
            Add(number);
        else
            MayCount = false;
    }

    public void Add(double number)
    {
        const double MostExact = 9e15;
        if (number != Math.Floor(number) || Math.Abs(number) > MostExact)
        {
            MayCount = false;
            return;
        }

        var whole = (long)number;
        var (word, bit) = (whole >> 6, 1UL << (int)(whole & 63));
        var bits = _seen.GetValueOrDefault(word);
        MayCount = BitOperations.PopCount(bits & bit) == 0;
        _seen[word] = bits | bit;
        (_least, _greatest, _rows) = (Math.Min(_least, whole), Math.Max(_greatest, whole), _rows + 1);
    }
}
