namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>The newest rows of an estimate, and how many of their answers have turned out right. Rows ascend; an outcome costs a binary search.</summary>
internal sealed class RealisedRows(int capacity)
{
    private const byte Unknown = 0, Wrong = 1, Right = 2;

    private readonly long[] _rows = new long[capacity];
    private readonly byte[] _answers = new byte[capacity];
    private int _first, _count;

    // Where the next outcome is looked for first: most come in order.
    private int _expected;

    /// <summary>Rows whose outcome is known.</summary>
    public int Outcomes { get; private set; }

    /// <summary>Those of them that were answered right.</summary>
    public int Correct { get; private set; }

    public void Add(long row)
    {
        if (_count == capacity)
        {
            Count(_answers[_first], -1);
            _first = At(1);
            _count--;
        }

        var at = At(_count++);
        (_rows[at], _answers[at]) = (row, Unknown);
    }

    /// <summary>The outcome of a row; one that is not among the newest, or has one, changes nothing.</summary>
    public void Know(long row, bool right)
    {
        var at = Find(row);
        if (at < 0 || _answers[at] != Unknown) return;
        _answers[at] = right ? Right : Wrong;
        _expected = at + 1 == capacity ? 0 : at + 1;
        Count(_answers[at], 1);
    }

    public void Clear() => (_first, _count, Outcomes, Correct) = (0, 0, 0, 0);

    public void Save(BinaryWriter writer)
    {
        writer.Write(_count);
        for (var i = 0; i < _count; i++)
        {
            writer.Write(_rows[At(i)]);
            writer.Write(_answers[At(i)]);
        }
    }

    public void Restore(BinaryReader reader)
    {
        Clear();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            Add(reader.ReadInt64());
            var at = At(_count - 1);
            _answers[at] = reader.ReadByte();
            Count(_answers[at], 1);
        }
    }

    private int Find(long row)
    {
        var expected = _expected - _first;
        if ((expected < 0 ? expected + capacity : expected) < _count && _rows[_expected] == row) return _expected;

        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_rows[At(middle)] < row) low = middle + 1;
            else high = middle;
        }

        return low < _count && _rows[At(low)] == row ? At(low) : -1;
    }

    private int At(int index) => _first + index < capacity ? _first + index : _first + index - capacity;

    private void Count(byte answer, int sign)
    {
        if (answer == Unknown) return;
        Outcomes += sign;
        if (answer == Right) Correct += sign;
    }
}
