namespace MonitoringDemo.Drift.Monitoring.Rows;

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

    /// <summary>The time in a list that may be empty.</summary>
    public static long TimeOf(ReadOnlySpan<long> eventTimes, int index) => eventTimes.IsEmpty ? NoTime : eventTimes[index];

    /// <summary>How many rows of a batch it has already; rows left out before it never came.</summary>
    public int FirstNew(long firstRow)
    {
        if (firstRow > Next) SkipTo(firstRow);
        return (int)Math.Min(Next - firstRow, int.MaxValue);
    }

    public ReadOnlySpan<double> Row(long row) => _values.AsSpan(At(row) * features, features);

    public double Value(long row, int feature) => feature < 0 ? _scores[At(row)] : _values[At(row) * features + feature];

    public double StaticScore(long row) => _staticScores[At(row)];

    /// <summary>When it happened, Unix milliseconds, or <see cref="NoTime"/>.</summary>
    public long Time(long row) => _times[At(row)];

    public int Version(long row) => _versions[At(row)];

    /// <summary>Whether it answered one of the rows that are kept.</summary>
    public bool HasVersion(int version)
    {
        for (var row = Next - 1; row >= First; row--)
        {
            if (Version(row) == version) return true;
        }

        return false;
    }

    public ref RowFlags Flags(long row) => ref _flags[At(row)];

    public bool IsGood(long row) => (_flags[At(row)] & RowFlags.Quarantined) == 0;

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

    /// <summary>Whole rows, row-major, each with room behind it up to a width.</summary>
    public void GatherRows(long from, int width, Span<double> into)
    {
        if (width == features)
        {
            GatherRows(from, into);
            return;
        }

        for (; !into.IsEmpty; into = into[width..]) Row(from++).CopyTo(into);
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

    /// <summary>How many rows of a stretch equal an earlier one.</summary>
    public int Repeats(long from, int count)
    {
        var repeats = 0;
        while (count > 0)
        {
            var length = Straight(from, count, out var at);
            foreach (var flags in _flags.AsSpan(at, length)) repeats += (flags & RowFlags.Repeated) != 0 ? 1 : 0;
            (from, count) = (from + length, count - length);
        }

        return repeats;
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

    /// <summary>Where one of the kept rows lies, found without a division.</summary>
    private int At(long row)
    {
        var at = _at + (int)(row - Next);
        return at < 0 ? at + capacity : at;
    }

    /// <summary>How long the stretch from this row on is that lies in one piece.</summary>
    private int Straight(long from, int wanted, out int at)
    {
        at = At(from);
        return Math.Min(wanted, capacity - at);
    }
}
