using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Multivariate;

/// <summary>
/// Maximum mean discrepancy: how far apart the two samples' mean embeddings are under a Gaussian kernel, unbiased and squared (it
/// can be below 0), with a permutation p value.
/// </summary>
/// <remarks>
/// k(x, y) = exp(−|x − y|² / 2σ²), 2σ² being the (lower) median of the squared distances between reference rows. Features
/// are taken as they are: standardise them first when their units differ. The p value is the share of seeded reassignments of
/// the rows whose statistic is at least the observed one, the observed assignment counted among them, so it is valid and never 0.
/// The kernel matrix is computed once: (n + m)² / 2 numbers; larger samples are thinned to <c>mostRows</c> by the seed.
/// A. Gretton et al., "A kernel two-sample test", JMLR 13 (2012). Not computable with fewer than two complete rows on a
/// side, or when the median distance is 0.
/// </remarks>
public sealed class Mmd : IMultivariateTest
{
    private readonly int _permutations, _mostRows;
    private readonly double? _bandwidth;

    /// <summary>499 permutations, at most 2,000 rows a side, the median bandwidth.</summary>
    public Mmd()
        : this(499)
    {
    }

    /// <summary>Creates the test.</summary>
    /// <param name="permutations">Reassignments drawn for the p value; 0 for none (its p value is then NaN).</param>
    /// <param name="mostRows">Rows of a sample that are used at most, at least 2.</param>
    /// <param name="bandwidth">σ, in the unit of the features, above 0; null for the median's.</param>
    public Mmd(int permutations, int mostRows = 2_000, double? bandwidth = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(permutations);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostRows, 2);
        if (bandwidth is { } sigma && !(sigma > 0 && double.IsFinite(sigma)))
            throw new ArgumentOutOfRangeException(nameof(bandwidth), sigma, "The bandwidth is a finite number above 0.");
        (_permutations, _mostRows, _bandwidth) = (permutations, mostRows, bandwidth);
    }

    /// <inheritdoc/>
    public string Name => "mmd";

    /// <inheritdoc/>
    public double LeastPValue => _permutations == 0 ? double.NaN : 1 / (_permutations + 1.0);

    /// <summary>σ of the reference by the median rule; NaN with fewer than two complete rows, 0 when most rows are alike.</summary>
    /// <param name="reference">Rows, row-major.</param>
    /// <param name="dimensions">Values per row.</param>
    public static double MedianBandwidth(ReadOnlySpan<double> reference, int dimensions) => MedianBandwidth(CompleteRows.Of(reference, dimensions));

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current, int dimensions, ulong seed)
    {
        var random = new SplitMix64(seed);
        var (x, y) = (Thin(CompleteRows.Of(reference, dimensions), random), Thin(CompleteRows.Of(current, dimensions), random));
        if (x.Count < 2 || y.Count < 2) return TwoSampleResult.NotComputable;

        var sigma = _bandwidth ?? MedianBandwidth(x);
        if (!(sigma * sigma > 0 && double.IsFinite(sigma * sigma))) return TwoSampleResult.NotComputable;

        var kernel = new KernelMatrix(x, y, sigma);
        var observed = kernel.Observed();
        if (_permutations == 0) return new TwoSampleResult(observed, double.NaN);

        var atLeast = 1;
        for (var i = 0; i < _permutations; i++)
        {
            if (kernel.Reassigned(random) >= observed) atLeast++;
        }

        return new TwoSampleResult(observed, atLeast / (_permutations + 1.0));
    }

    private static double MedianBandwidth(CompleteRows rows)
    {
        if (rows.Count < 2) return double.NaN;
        var distances = new double[rows.Count * (rows.Count - 1) / 2];
        for (int i = 1, at = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < i; j++) distances[at++] = KernelMatrix.SquaredDistance(rows.Row(i), rows.Row(j));
        }

        Array.Sort(distances);
        return Math.Sqrt(0.5 * distances[(distances.Length - 1) / 2]);
    }

    private CompleteRows Thin(CompleteRows rows, SplitMix64 random)
    {
        if (rows.Count <= _mostRows) return rows;
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        random.Shuffle<int>(order);
        return rows.Pick(order.AsSpan(0, _mostRows));
    }
}
