using MonitoringDemo.Drift.TwoSample;

namespace MonitoringDemo.Drift.Windows;

/// <summary>A window as counts on a reference's bins. Memory is that of the bins, however many values come.</summary>
/// <remarks>
/// Counts are whole numbers, so what two replicas counted adds up to what one would have counted, in any order, bit by bit; and a
/// window that moves on gives back what left it with <see cref="Subtract"/>.
/// </remarks>
public sealed class BinnedCounts
{
    private readonly long[] _counts;

    /// <summary>An empty window.</summary>
    /// <param name="bins">The reference's bins.</param>
    public BinnedCounts(ReferenceBins bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        (Bins, _counts) = (bins, new long[bins.Count]);
    }

    /// <summary>The reference's bins.</summary>
    public ReferenceBins Bins { get; }

    /// <summary>How many values, missing ones included.</summary>
    public long Rows { get; private set; }

    /// <summary>How many of them in each bin, the last one for missing values.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Takes a value; NaN is missing.</summary>
    public void Add(double value)
    {
        _counts[Bins.IndexOf(value)]++;
        Rows++;
    }

    /// <summary>Takes all that another window counted.</summary>
    /// <exception cref="ArgumentException">It counted on other bins.</exception>
    public void Merge(BinnedCounts other)
    {
        RequireSameBins(other);
        for (var i = 0; i < _counts.Length; i++) _counts[i] += other._counts[i];
        Rows += other.Rows;
    }

    /// <summary>Gives back what another window counted, which must be part of this one.</summary>
    /// <exception cref="ArgumentException">It counted on other bins, or more than this one.</exception>
    public void Subtract(BinnedCounts other)
    {
        RequireSameBins(other);
        for (var i = 0; i < _counts.Length; i++)
        {
            if (other._counts[i] > _counts[i]) throw new ArgumentException($"Bin {i} holds {_counts[i]} values, and {other._counts[i]} cannot be taken from it: subtract only what was merged before.", nameof(other));
        }

        for (var i = 0; i < _counts.Length; i++) _counts[i] -= other._counts[i];
        Rows -= other.Rows;
    }

    /// <summary>Writes the counts; the bins are the reference's.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(_counts.Length);
        foreach (var count in _counts) writer.Write(count);
    }

    /// <summary>Takes over what <see cref="Save"/> of a window on the same bins wrote.</summary>
    /// <exception cref="InvalidDataException">It had another number of bins.</exception>
    public void Restore(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var bins = reader.ReadInt32();
        if (bins != _counts.Length) throw new InvalidDataException($"The window was saved with {bins} bins and is restored with {_counts.Length}; restore it with the reference that it was counted on.");

        Rows = 0;
        for (var i = 0; i < bins; i++) Rows += _counts[i] = reader.ReadInt64();
    }

    private void RequireSameBins(BinnedCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Bins.HasSameBins(other.Bins)) throw new ArgumentException("Windows on the bins of different references cannot be put together; count both on the same reference.", nameof(other));
    }
}
