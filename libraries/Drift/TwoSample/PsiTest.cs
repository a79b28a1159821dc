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
        return new TwoSampleResult(psi, SpecialFunctions.GammaUpperRegularized((used - 1) / 2.0, chiSquare / 2));
    }
}
