using MathNet.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Anderson–Darling for two samples: like Cramér–von Mises, but the tails weigh more. Heeds ties by mid-ranks.</summary>
/// <remarks>
/// The statistic is normalised: about 0 when nothing changed. The p value is interpolated between published critical
/// values and never leaves [0.001, 0.25]. Source: F. W. Scholz and M. A. Stephens, "K-Sample Anderson–Darling Tests", JASA 82 (1987).
/// </remarks>
public sealed class AndersonDarling : ITwoSampleTest
{
    private static readonly double[] Critical = [0.325, 1.226, 1.961, 2.718, 3.752, 4.592, 6.546];
    private static readonly double[] Levels = [0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001];
    private static readonly double[] LogCurve = Fit.Polynomial(Critical, [.. Levels.Select(level => Math.Log(level))], 2);

    /// <inheritdoc/>
    public string Name => "anderson-darling";

    /// <inheritdoc/>
    public bool Suits(FeatureKind kind) => kind == FeatureKind.Numeric;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var pooled = PooledSample.Of(reference, current);
        if (pooled.IsEmpty || pooled.Values.Length < 2 || (long)pooled.ReferenceCount + pooled.CurrentCount < 4) return TwoSampleResult.NotComputable;

        var statistic = (Sum(pooled) - 1) / Math.Sqrt(Variance(pooled.ReferenceCount, pooled.CurrentCount));
        return new TwoSampleResult(statistic, PValue(statistic));
    }

    private static double PValue(double statistic) =>
        statistic < Critical[0] ? Levels[0]
        : statistic > Critical[^1] ? Levels[^1]
        : Math.Exp(Polynomial.Evaluate(statistic, LogCurve));

    private static double Sum(PooledSample pooled)
    {
        var (n, m) = ((double)pooled.ReferenceCount, (double)pooled.CurrentCount);
        var size = n + m;
        double reference = 0, current = 0, i = 0, j = 0;
        for (var k = 0; k < pooled.Values.Length; k++)
        {
            var ties = (double)pooled.Reference[k] + pooled.Current[k];
            var rank = i + j + ties / 2;
            var weight = ties / size / (rank * (size - rank) - size * ties / 4);
            var (r, c) = (size * (i + pooled.Reference[k] / 2.0) - rank * n, size * (j + pooled.Current[k] / 2.0) - rank * m);
            reference += weight * r * r;
            current += weight * c * c;
            i += pooled.Reference[k];
            j += pooled.Current[k];
        }

        return (reference / n + current / m) * (size - 1) / size;
    }

    /// <summary>Scholz and Stephens, equation (4), for two samples.</summary>
    private static double Variance(int n, int m)
    {
        var size = (double)n + m;
        var inverse = 1.0 / n + 1.0 / m;
        double harmonic = 0, g = 0;
        for (var i = 2; i < size; i++)
        {
            harmonic += 1 / (size - i + 1);
            g += harmonic / i;
        }

        var h = harmonic + 1;
        var a = 4 * g - 6 + (10 - 6 * g) * inverse;
        var b = 4 * (2 * g - 4) + 16 * h + (2 * g - 14 * h - 4) * inverse - 8 * h + 4 * g - 6;
        var c = 4 * (6 * h + 2 * g - 2) + 2 * (4 * h - 4 * g + 6) + (2 * h - 6) * inverse + 4 * h;
        var d = 4 * (2 * h + 6) - 8 * h;
        return (((a * size + b) * size + c) * size + d) / ((size - 1) * (size - 2) * (size - 3));
    }
}
