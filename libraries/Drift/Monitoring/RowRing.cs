namespace MonitoringDemo.Drift.Monitoring;

/// <summary>The newest rows, with what was answered and whether they are quarantined.</summary>
internal sealed class RowRing(int features, int capacity)
{
    /// <summary>Stands for a row whose time is not known.</summary>
    public const long NoTime = long.MinValue;

    private readonly double[] _values = new double[(long)features * capacity];
    private readonly double[] _scores = new double[capacity];
    private readonly double[] _staticScores = new double[capacity];
    private readonly long[] _times = new long[capacity];
    private readonly int[] _versions = new int[capacity];
    private readonly RecentRows _recent = new();
    private readonly RowFlags[] _flags = new RowFlags[capacity];

    private int _at;

    /// <summary>The row that comes next.</summary>
    public long Next { get; private set; }

    /// <summary>The oldest row that is kept.</summary>
    public long First { get; private set; }

    public bool Holds(long row) => row >= First && row < Next;

    public ReadOnlySpan<double> Row(long row) => _values.AsSpan((int)(row % capacity) * features, features);

    public double Value(long row, int feature) => feature < 0 ? _scores[row % capacity] : _values[(int)(row % capacity) * features + feature];

    public double StaticScore(long row) => _staticScores[row % capacity];

    /// <summary>When it happened, Unix milliseconds, or <see cref="NoTime"/>.</summary>
    public long Time(long row) => _times[row % capacity];

    public int Version(long row) => _versions[row % capacity];

    public ref RowFlags Flags(long row) => ref _flags[row % capacity];

    public bool IsGood(long row) => (_flags[row % capacity] & RowFlags.Quarantined) == 0;

    public void Append(ReadOnlySpan<double> values, double score, double staticScore, int version, RowFlags flags, long time)
    {
        // What is kept begins one row later once the place is full.
        if (_recent.Take(values, Next, Next - First == capacity ? First + 1 : First)) flags |= RowFlags.Repeated;
        var at = _at;
        values.CopyTo(_values.AsSpan(at * features, features));
        (_scores[at], _staticScores[at], _versions[at], _flags[at], _times[at]) = (score, staticScore, version, flags, time);
        Next++;
        _at = at + 1 == capacity ? 0 : at + 1;
        if (Next - First > capacity) First++;
    }

    /// <summary>Rows that never came: what is kept begins anew behind them.</summary>
    public void SkipTo(long row) => (First, Next, _at) = (row, row, (int)(row % capacity));

    public void Gather(int feature, long from, Span<double> into)
    {
        while (!into.IsEmpty)
        {
            var length = Straight(from, into.Length, out var at);
            if (feature < 0) _scores.AsSpan(at, length).CopyTo(into);
            else
            {
                var column = _values.AsSpan(at * features, length * features)[feature..];
                for (var i = 0; i < length; i++) into[i] = column[i * features];
            }

            from += length;
            into = into[length..];
        }
    }

    /// <summary>Whole rows, row-major.</summary>
    public void GatherRows(long from, Span<double> into)
    {
        while (!into.IsEmpty)
        {
            var length = Straight(from, into.Length / features, out var at);
            _values.AsSpan(at * features, length * features).CopyTo(into);
            from += length;
            into = into[(length * features)..];
        }
    }

    public void GatherTimes(long from, Span<long> into)
    {
        while (!into.IsEmpty)
        {
            var length = Straight(from, into.Length, out var at);
            _times.AsSpan(at, length).CopyTo(into);
            from += length;
            into = into[length..];
        }
    }

    public void GatherRepeats(long from, Span<bool> into)
    {
        while (!into.IsEmpty)
        {
            var length = Straight(from, into.Length, out var at);
            for (var i = 0; i < length; i++) into[i] = (_flags[at + i] & RowFlags.Repeated) != 0;
            from += length;
            into = into[length..];
        }
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(First);
        writer.Write(Next);
        for (var row = First; row < Next; row++)
        {
            foreach (var value in Row(row)) writer.Write(value);
            writer.Write(Value(row, -1));
            writer.Write(StaticScore(row));
            writer.Write(Version(row));
            writer.Write((byte)Flags(row));
            writer.Write(Time(row));
        }
    }

    public void Restore(BinaryReader reader)
    {
        var next = 0L;
        (First, next) = (reader.ReadInt64(), reader.ReadInt64());
        (Next, _at) = (First, (int)(First % capacity));
        var values = new double[features];
        while (Next < next)
        {
            for (var i = 0; i < features; i++) values[i] = reader.ReadDouble();
            Append(values, reader.ReadDouble(), reader.ReadDouble(), reader.ReadInt32(), (RowFlags)reader.ReadByte(), reader.ReadInt64());
        }
    }

    /// <summary>How long the stretch from this row on is that lies in one piece.</summary>
    private int Straight(long from, int wanted, out int at)
    {
        at = (int)(from % capacity);
        return Math.Min(wanted, capacity - at);
    }
}
