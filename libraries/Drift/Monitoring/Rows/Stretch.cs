namespace MonitoringDemo.Drift.Monitoring.Rows;

/// <summary>Neighbouring rows taken out of the ring, so that channels need not look each of them up again.</summary>
internal sealed class Stretch(int capacity)
{
    private readonly double[] _values = new double[capacity];
    private readonly long[] _times = new long[capacity];
    private readonly bool[] _good = new bool[capacity];

    public int Capacity => capacity;

    public long From { get; private set; }

    public int Count { get; private set; }

    /// <summary>When each row happened.</summary>
    public ReadOnlySpan<long> Times => _times.AsSpan(0, Count);

    /// <summary>Whether each row is out of quarantine.</summary>
    public ReadOnlySpan<bool> Good => _good.AsSpan(0, Count);

    public void Load(RowRing ring, long from, long to)
    {
        (From, Count) = (from, (int)(to - from));
        ring.GatherTimes(from, _times.AsSpan(0, Count));
        for (var i = 0; i < Count; i++) _good[i] = ring.IsGood(from + i);
    }

    /// <summary>One column of the rows loaded; overwritten by the next.</summary>
    public ReadOnlySpan<double> Column(RowRing ring, int index)
    {
        var column = _values.AsSpan(0, Count);
        ring.Gather(index, From, column);
        return column;
    }
}
