namespace MonitoringDemo.Drift.Windows;

/// <summary>The quantiles of a stream in bounded memory, each within <see cref="RelativeError"/> of the true one.</summary>
/// <remarks>
/// Counts values in buckets whose edges are fixed: 128 to each doubling, both signs and zero, from the leading bits of the number
/// itself. As in DDSketch (C. Masson, J. E. Rim, H. K. Lee, VLDB 2019) the answer to a quantile is the value of exactly the asked rank
/// up to a relative error; no logarithm is taken. Chosen over compactor sketches (KLL, GK) because whole-number counts in fixed
/// buckets merge exactly: any order and any grouping of merges gives the same bytes as one sketch of all values. Values nearer to
/// zero than 2^-64 count as zero, those beyond 2^64 as the largest; at most 32,769 buckets of 8 bytes, and only the range in use is kept.
/// </remarks>
public sealed class QuantileSketch
{
    /// <summary>Half a bucket: 1/256 of the value.</summary>
    public const double RelativeError = 1.0 / 256;

    private const int Shift = 52 - 7;
    private const long Offset = (1023L - 64) << 7;
    private const int PerSign = 128 << 7;
    private const int Zero = PerSign;

    private long[] _counts = [];
    private int _from;

    /// <summary>How many values there are, missing ones aside.</summary>
    public long Count { get; private set; }

    /// <summary>How many values were missing.</summary>
    public long Missing { get; private set; }

    /// <summary>The smallest value, exactly; positive infinity before the first.</summary>
    public double Min { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest value, exactly; negative infinity before the first.</summary>
    public double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>Takes a value; NaN is missing.</summary>
    public void Add(double value)
    {
        if (double.IsNaN(value))
        {
            Missing++;
            return;
        }

        At(IndexOf(value))++;
        Count++;
        if (value < Min) Min = value;
        if (value > Max) Max = value;
    }

    /// <summary>Takes all that another sketch counted.</summary>
    public void Merge(QuantileSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < other._counts.Length; i++)
        {
            if (other._counts[i] != 0) At(other._from + i) += other._counts[i];
        }

        (Count, Missing) = (Count + other.Count, Missing + other.Missing);
        (Min, Max) = (Math.Min(Min, other.Min), Math.Max(Max, other.Max));
    }

    /// <summary>A quantile.</summary>
    /// <param name="share">From 0 (the smallest value) to 1 (the largest).</param>
    /// <returns>A number within <see cref="RelativeError"/> of the value of rank <c>⌈share × Count⌉</c>; NaN when there are no values.</returns>
    public double Quantile(double share)
    {
        if (!(share is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A quantile is asked for by a share between 0 and 1.");
        if (Count == 0) return double.NaN;

        var left = Math.Clamp((long)Math.Ceiling(share * Count), 1, Count);
        if (left == 1) return Min;
        if (left == Count) return Max;
        var bucket = 0;
        while ((left -= _counts[bucket]) > 0) bucket++;
        return Math.Clamp(Middle(_from + bucket), Min, Max);
    }

    /// <summary>Writes the whole state: the same bytes for the same values, in whatever order and grouping they came.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var value in (ReadOnlySpan<long>)[Count, Missing]) writer.Write(value);
        foreach (var value in (ReadOnlySpan<double>)[Min, Max]) writer.Write(value);
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] == 0) continue;
            writer.Write(_from + i);
            writer.Write(_counts[i]);
        }

        writer.Write(-1);
    }

    /// <summary>Takes over what <see cref="Save"/> wrote.</summary>
    public void Restore(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        (_counts, _from) = ([], 0);
        (Count, Missing) = (reader.ReadInt64(), reader.ReadInt64());
        (Min, Max) = (reader.ReadDouble(), reader.ReadDouble());
        for (var bucket = reader.ReadInt32(); bucket >= 0; bucket = reader.ReadInt32()) At(bucket) = reader.ReadInt64();
    }

    private static int IndexOf(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var step = ((bits & long.MaxValue) >> Shift) - Offset;
        if (step < 0) return Zero;
        var magnitude = (int)Math.Min(step, PerSign - 1);
        return bits < 0 ? Zero - 1 - magnitude : Zero + 1 + magnitude;
    }

    private static double Middle(int bucket)
    {
        if (bucket == Zero) return 0;
        var step = bucket > Zero ? bucket - Zero - 1 : Zero - 1 - bucket;
        var (low, high) = (Edge(step), Edge(step + 1));
        var middle = low + ((high - low) / 2);
        return bucket > Zero ? middle : -middle;
    }

    private static double Edge(int step) => BitConverter.Int64BitsToDouble((step + Offset) << Shift);

    /// <summary>The count of a bucket; the range in use grows to hold it.</summary>
    private ref long At(int bucket)
    {
        if (bucket < _from || bucket >= _from + _counts.Length) Grow(bucket);
        return ref _counts[bucket - _from];
    }

    private void Grow(int bucket)
    {
        // By at least the half of what there is, so that a stream grows it a few times and then never again.
        var (low, high) = _counts.Length == 0 ? (bucket, bucket + 1) : (Math.Min(_from, bucket), Math.Max(_from + _counts.Length, bucket + 1));
        var spare = _counts.Length / 2;
        if (_counts.Length > 0 && low < _from) low = Math.Max(0, low - spare);
        else if (_counts.Length > 0) high = Math.Min((2 * PerSign) + 1, high + spare);

        var grown = new long[high - low];
        _counts.CopyTo(grown, _counts.Length == 0 ? 0 : _from - low);
        (_counts, _from) = (grown, low);
    }
}
