namespace MonitoringDemo.Demo.Lockstep;

/// <summary>A set of row numbers, one bit each.</summary>
internal sealed class RowSet
{
    private ulong[] _bits = new ulong[1024];

    /// <summary>How many rows are in it.</summary>
    public long Count { get; private set; }

    /// <returns>False when the row was in it already.</returns>
    public bool Add(long row)
    {
        var word = checked((int)(row >> 6));
        if (word >= _bits.Length)
            Array.Resize(ref _bits, Math.Max(word + 1, _bits.Length * 2));
        var bit = 1UL << (int)(row & 63);
        if ((_bits[word] & bit) != 0)
            return false;
        _bits[word] |= bit;
        Count++;
        return true;
    }

    public bool Contains(long row)
    {
        var word = row >> 6;
        return row >= 0 && word < _bits.Length && (_bits[word] & (1UL << (int)(row & 63))) != 0;
    }
}
