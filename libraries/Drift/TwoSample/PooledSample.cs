namespace MonitoringDemo.Drift.TwoSample;

/// <summary>
/// Two samples laid over each other: their distinct values in order, and how often each sample holds them. Ranks,
/// distribution functions and contingency tables all follow from it.
/// </summary>
/// <remarks>NaN and infinity are left out. Ties count as such.</remarks>
public sealed class PooledSample
{
    private PooledSample(double[] values, int[] reference, int[] current, int referenceCount, int currentCount) =>
        (Values, Reference, Current, ReferenceCount, CurrentCount) = (values, reference, current, referenceCount, currentCount);

    /// <summary>The distinct values of both, ascending.</summary>
    public double[] Values { get; }

    /// <summary>How often the reference holds each value.</summary>
    public int[] Reference { get; }

    /// <summary>How often the current sample holds each value.</summary>
    public int[] Current { get; }

    /// <summary>Size of the reference.</summary>
    public int ReferenceCount { get; }

    /// <summary>Size of the current sample.</summary>
    public int CurrentCount { get; }

    /// <summary>Whether one of the two is empty.</summary>
    public bool IsEmpty => ReferenceCount == 0 || CurrentCount == 0;

    /// <summary>Lays two samples over each other.</summary>
    /// <param name="reference">Values from the past, in any order.</param>
    /// <param name="current">Values to judge.</param>
    public static PooledSample Of(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var (r, c) = (Sorted(reference), Sorted(current));
        var (values, inReference, inCurrent) = (new double[r.Length + c.Length], new int[r.Length + c.Length], new int[r.Length + c.Length]);
        var (i, j, k) = (0, 0, 0);
        for (; i < r.Length || j < c.Length; k++)
        {
            var value = values[k] = j == c.Length || (i < r.Length && r[i] <= c[j]) ? r[i] : c[j];
            for (; i < r.Length && r[i] == value; i++) inReference[k]++;
            for (; j < c.Length && c[j] == value; j++) inCurrent[k]++;
        }

        return new PooledSample(values[..k], inReference[..k], inCurrent[..k], r.Length, c.Length);
    }

    /// <summary>Which share of each sample the k-th value is.</summary>
    internal (double Reference, double Current) SharesOf(int k) => ((double)Reference[k] / ReferenceCount, (double)Current[k] / CurrentCount);

    /// <summary>The finite values, ascending.</summary>
    internal static double[] Sorted(ReadOnlySpan<double> values)
    {
        var finite = new double[values.Length];
        var count = 0;
        foreach (var value in values)
        {
            if (double.IsFinite(value)) finite[count++] = value;
        }

        Array.Resize(ref finite, count);
        Array.Sort(finite);
        return finite;
    }
}
