using MathNet.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The <see cref="Psi"/> on ten bins of the reference's quantiles, with the p value of the sizes at hand.</summary>
public sealed class PsiTest : ITwoSampleTest
{
    private const int Bins = 10;

    /// <inheritdoc />
    public string Name => "psi";

    /// <inheritdoc />
    public bool Suits(FeatureKind kind) => true;

    /// <inheritdoc />
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        if (reference.IsEmpty || current.IsEmpty) return TwoSampleResult.NotComputable;

        var bins = ReferenceBins.ForNumbers(reference.ToArray(), Bins);
        var counts = new int[bins.Count];
        foreach (var value in current) counts[bins.IndexOf(value)]++;

        var psi = Psi.Of(bins.Reference, counts);
        var used = ChiSquare.UsedBins(bins.Reference, counts);
        if (used < 2) return new TwoSampleResult(psi, 1);
        var chiSquare = psi / (1.0 / reference.Length + 1.0 / current.Length);
        var p = SpecialFunctions.GammaUpperRegularized((used - 1) / 2.0, chiSquare / 2);
        return new TwoSampleResult(psi, Math.Max(p, LeastPossible(reference.Length, current.Length)));
    }

    /// <summary>The values of two samples of one distribution come in any order: what few of them show is at least as likely as one order of all.</summary>
    private static double LeastPossible(int n, int m) =>
        Math.Exp(SpecialFunctions.GammaLn(n + 1) + SpecialFunctions.GammaLn(m + 1) - SpecialFunctions.GammaLn((double)n + m + 1));
}
