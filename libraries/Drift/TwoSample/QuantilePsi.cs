using MathNet.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The population stability index Σ (c − r) ln(c / r) on the reference's deciles, in nats, with the p value of the sizes at hand.</summary>
/// <remarks>
/// Shares below 1e-4 count as 1e-4. When nothing changed, the index follows (1/n + 1/m) · χ² with bins − 1 degrees of
/// freedom: B. Yurdakul, "Statistical Properties of Population Stability Index" (2018). For large samples; in small ones
/// the floor of an empty bin weighs far too much (<see cref="PsiTest"/> smooths instead). Unlike
/// <see cref="ReferenceBins"/>, edges are interpolated between values.
/// </remarks>
public sealed class QuantilePsi : ITwoSampleTest
{
    private const int Bins = 10;
    private const double LeastShare = 1e-4;

    /// <inheritdoc/>
    public string Name => "psi-quantile10";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Numeric;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var (r, c) = (PooledSample.Sorted(reference), PooledSample.Sorted(current));
        if (r.Length == 0 || c.Length == 0) return TwoSampleResult.NotComputable;

        var edges = Edges(r);
        var (inReference, inCurrent) = (Count(r, edges), Count(c, edges));
        var psi = 0.0;
        for (var i = 0; i < inReference.Length; i++)
        {
            var p = Math.Max(LeastShare, (double)inReference[i] / r.Length);
            var q = Math.Max(LeastShare, (double)inCurrent[i] / c.Length);
            psi += (q - p) * Math.Log(q / p);
        }

        return new TwoSampleResult(psi, SpecialFunctions.GammaUpperRegularized(edges.Length / 2.0, psi / (1.0 / r.Length + 1.0 / c.Length) / 2));
    }

    /// <summary>The distinct deciles of ascending values, interpolated linearly; one less than there are bins.</summary>
    internal static double[] Edges(double[] sorted)
    {
        var edges = new List<double>(Bins);
        for (var i = 1; i < Bins; i++)
        {
            var position = i / (double)Bins * (sorted.Length - 1);
            var low = (int)position;
            var (a, b) = (sorted[low], sorted[Math.Min(low + 1, sorted.Length - 1)]);
            var edge = a + (b - a) * (position - low);
            if (edges.Count == 0 || edge > edges[^1]) edges.Add(edge);
        }

        return [.. edges];
    }

    /// <summary>How many values are in (−∞, e1], (e1, e2], …, (eK, ∞).</summary>
    internal static int[] Count(double[] sorted, double[] edges)
    {
        var counts = new int[edges.Length + 1];
        var bin = 0;
        foreach (var value in sorted)
        {
            while (bin < edges.Length && value > edges[bin]) bin++;
            counts[bin]++;
        }

        return counts;
    }
}
