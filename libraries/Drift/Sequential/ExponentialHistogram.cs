namespace MonitoringDemo.Drift.Sequential;

/// <summary>A window over a stream in logarithmic memory: level i holds up to a given number of buckets of 2^i values, oldest first.</summary>
/// <remarks>Source: M. Datar, A. Gionis, P. Indyk, R. Motwani, "Maintaining Stream Statistics over Sliding Windows", SIAM J. Comput. 31 (2002).</remarks>
internal sealed class ExponentialHistogram
{
    public const int MaxLevels = 48;

    private readonly int _capacity;
    private readonly double[] _totals;
    private readonly double[] _variances;
    private readonly int[] _counts = new int[MaxLevels];

    public ExponentialHistogram(int capacity)
    {
        // One place more for the merge.
        (_capacity, Stride) = (capacity, capacity + 1);
        _totals = new double[MaxLevels * Stride];
        _variances = new double[_totals.Length];
    }

    /// <summary>Values; whole, and exact as a double.</summary>
    public double Width { get; private set; }

    public double Total { get; private set; }

    /// <summary>The sum of squared deviations from the mean.</summary>
    public double Variance { get; private set; }

    public int Levels { get; private set; } = 1;

    /// <summary>Places per level.</summary>
    public int Stride { get; }

    /// <summary>The highest level whose buckets changed since this was last set to −1.</summary>
    public int Touched { get; set; } = MaxLevels;

    public int Count(int level) => _counts[level];

    /// <summary>The totals of a level's buckets, oldest first.</summary>
    public ReadOnlySpan<double> Totals(int level) => _totals.AsSpan(level * Stride, _counts[level]);

    public void Add(double value)
    {
        if (Width > 0)
        {
            var difference = value - Total / Width;
            Variance += Width * (difference * difference) / (Width + 1);
        }

        Width++;
        Total += value;
        Append(0, value, 0);
        var level = 0;
        for (; _counts[level] > _capacity; level++)
            MergeOldestTwo(level);
        if (level > Touched) Touched = level;
    }

    public void DropOldest()
    {
        var level = Levels - 1;
        var place = level * Stride;
        var size = SizeOf(level);
        var mean = _totals[place] / size;
        Width -= size;
        Total -= _totals[place];
        if (Width > 0)
        {
            var difference = mean - Total / Width;
            Variance -= _variances[place] + size * Width * (difference * difference) / (size + Width);
        }
        else
        {
            Variance = 0;
        }

        RemoveOldest(level, 1);
        while (Levels > 1 && _counts[Levels - 1] == 0)
            Levels--;
        Touched = MaxLevels;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        (Levels, Width, Total, Variance, Touched) = (1, 0, 0, 0, MaxLevels);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(Levels);
        writer.Write(Width);
        writer.Write(Total);
        writer.Write(Variance);
        for (var level = 0; level < Levels; level++)
        {
            writer.Write(_counts[level]);
            for (var i = level * Stride; i < level * Stride + _counts[level]; i++)
            {
                writer.Write(_totals[i]);
                writer.Write(_variances[i]);
            }
        }
    }

    public void Restore(BinaryReader reader)
    {
        Clear();
        (Levels, Width, Total, Variance) = (reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        for (var level = 0; level < Levels; level++)
        {
            _counts[level] = reader.ReadInt32();
            for (var i = level * Stride; i < level * Stride + _counts[level]; i++)
                (_totals[i], _variances[i]) = (reader.ReadDouble(), reader.ReadDouble());
        }
    }

    /// <summary>Values in a bucket of a level.</summary>
    public static double SizeOf(int level) => 1L << level;

    private void Append(int level, double total, double variance)
    {
        var place = level * Stride + _counts[level]++;
        _totals[place] = total;
        _variances[place] = variance;
        if (level == Levels)
            Levels++;
    }

    private void MergeOldestTwo(int level)
    {
        // Sizes are powers of two: to multiply by the reciprocal gives the very bits of a division, sooner.
        var place = level * Stride;
        var size = SizeOf(level);
        var difference = (_totals[place] - _totals[place + 1]) * (1 / size);
        var total = _totals[place] + _totals[place + 1];
        var variance = _variances[place] + _variances[place + 1] + difference * difference * (size / 2);
        RemoveOldest(level, 2);
        Append(level + 1, total, variance);
    }

    private void RemoveOldest(int level, int buckets)
    {
        var left = _counts[level] -= buckets;
        var place = level * Stride;
        for (var i = place; i < place + left; i++)
        {
            _totals[i] = _totals[i + buckets];
            _variances[i] = _variances[i + buckets];
        }
    }
}
