using MonitoringDemo.Drift.TwoSample;

namespace MonitoringDemo.DetectionQuality.Windows;

/// <summary>A rule that calls a window drifted.</summary>
/// <param name="Label">How the table calls it.</param>
/// <param name="Reference">The reference's rule that stands beside it.</param>
/// <param name="Flags">Whether it flags the window; reference and window sorted.</param>
internal sealed record WindowRule(string Label, string Reference, Func<double[], double[], bool> Flags)
{
    private const int Bins = 10;

    private static readonly QuantilePsi Fixed = new();
    private static readonly PsiTest SizeAware = new();
    private static readonly JensenShannon Distance = new();

    public static IReadOnlyList<WindowRule> All { get; } =
    [
        new("PSI > 0.1", "PSI (10 ref-quantile bins) > 0.1", (r, c) => Fixed.Test(r, c).Statistic > 0.1),
        new("PSI > 0.25", "PSI (10 ref-quantile bins) > 0.25", (r, c) => Fixed.Test(r, c).Statistic > 0.25),
        new("`psi`, p < 0.05", "PSI scaled chi2, alpha 0.05", (r, c) => SizeAware.Test(r, c).PValue < 0.05),
        new("`psi`, p < 0.001", "PSI scaled chi2, alpha 0.001", (r, c) => SizeAware.Test(r, c).PValue < 0.001),
        new("JS distance ≥ 0.1", "evidently JS distance >= 0.1", (r, c) => BinnedDistance(r, c) >= 0.1),
        new("KS, p < 0.05", "KS p<0.05 (asymp)", (r, c) => Smirnov(r, c) < 0.05),
        new("KS, p < 0.001", "KS p<0.001 (asymp)", (r, c) => Smirnov(r, c) < 0.001),
    ];

    private static double Smirnov(double[] reference, double[] current) =>
        KolmogorovSmirnov.AsymptoticPValue(KolmogorovSmirnov.Gap(reference, current), reference.Length, current.Length);

    /// <summary>Over the bins of the reference's quantiles.</summary>
    private static double BinnedDistance(double[] reference, double[] current)
    {
        var bins = ReferenceBins.ForNumbers((double[])reference.Clone(), Bins);
        double[] Codes(double[] values) => [.. values.Select(value => (double)bins.IndexOf(value))];
        return Math.Sqrt(Distance.Test(Codes(reference), Codes(current)).Statistic);
    }
}
