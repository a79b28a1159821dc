using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The population stability index: how far two histograms are apart, Σ (q − p) ln(q / p).</summary>
/// <remarks>
/// Symmetric, in nats. Rules of thumb call 0.1 a shift and 0.25 a large one, whatever the sample size; when nothing
/// changed it is about χ² · (1/n + 1/m) with bins − 1 degrees of freedom (Yurdakul 2018), which <see cref="Threshold"/> heeds.
/// </remarks>
public static class Psi
{
    // Half a count in every bin keeps an empty one from saying infinity.
    private const double Smoothing = 0.5;

    /// <summary>The index of two histograms over the same bins; NaN when one is empty.</summary>
    public static double Of(ReadOnlySpan<int> reference, ReadOnlySpan<int> current)
    {
        var (m, n) = (Sum(reference), Sum(current));
        if (m == 0 || n == 0 || reference.Length != current.Length) return double.NaN;

        var (perReference, perCurrent) = (1 / (m + Smoothing * reference.Length), 1 / (n + Smoothing * current.Length));
        var psi = 0.0;
        for (var i = 0; i < reference.Length; i++)
        {
            if (reference[i] + current[i] == 0) continue;
            var p = (reference[i] + Smoothing) * perReference;
            var q = (current[i] + Smoothing) * perCurrent;
            psi += (q - p) * Deterministic.Log(q / p);
        }

        return psi;
    }

    /// <summary>The index that two samples of one distribution exceed with a probability of about <paramref name="alpha"/>.</summary>
    /// <param name="bins">Bins that are not empty in both.</param>
    /// <param name="referenceRows">Size of the reference.</param>
    /// <param name="currentRows">Size of the current sample.</param>
    /// <param name="alpha">In (0, 1).</param>
    public static double Threshold(int bins, int referenceRows, int currentRows, double alpha) =>
        bins < 2 ? double.PositiveInfinity : ChiSquare.UpperQuantile(bins - 1, alpha) * (1.0 / referenceRows + 1.0 / currentRows);

    private static long Sum(ReadOnlySpan<int> counts)
    {
        var sum = 0L;
        foreach (var count in counts) sum += count;
        return sum;
    }
}
