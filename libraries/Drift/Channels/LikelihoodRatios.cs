using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Channels;

/// <summary>
/// How much likelier each bin is under an alternative than under the reference. The mean ratio over the reference is 1;
/// where a shift is tolerated, it is 1 over the reference shifted by that much, and less over what is nearer.
/// </summary>
internal static class LikelihoodRatios
{
    private const double Smallest = 1e-12;

    /// <summary>Writes one ratio per bin.</summary>
    /// <param name="reference">The shares that are taken for normal.</param>
    /// <param name="alternative">The change.</param>
    /// <param name="shiftFactor">How much of a shift a value shows; see <see cref="AlternativeSets.ForNumbers"/>.</param>
    /// <param name="tempering">Ratios are raised to 1 over it: values that hang together count for less.</param>
    /// <param name="ratios">One place per bin.</param>
    public static void Of(ReferenceDistribution reference, in Alternative alternative, double shiftFactor, double tempering, Span<double> ratios)
    {
        if (alternative.Kind == AlternativeKind.Share) OfShare(reference.Shares[alternative.Bin], alternative, ratios);
        else OfLatent(reference, alternative, shiftFactor, ratios);
        if (tempering <= 1) return;
        foreach (ref var ratio in ratios) ratio = Deterministic.Exp(Deterministic.Log(ratio) / tempering);
    }

    private static void OfShare(double share, in Alternative alternative, Span<double> ratios)
    {
        var total = 1 - share + alternative.Size * share;
        ratios.Fill(1 / total);
        ratios[alternative.Bin] = alternative.Size / total;
    }

    private static void OfLatent(ReferenceDistribution reference, in Alternative alternative, double shiftFactor, Span<double> ratios)
    {
        var (shift, scale) = alternative.Kind == AlternativeKind.Scale ? (0.0, alternative.Size) : (alternative.Size * shiftFactor, 1.0);
        var tolerated = alternative.Kind == AlternativeKind.Scale ? 0 : Math.Sign(alternative.Size) * alternative.Tolerated * shiftFactor;
        for (var bin = 0; bin < reference.Missing; bin++)
        {
            var (from, to) = (reference.Cuts[bin], reference.Cuts[bin + 1]);
            var normal = tolerated == 0 ? reference.OrderedShare(bin) : Math.Max(Share(from - tolerated, to - tolerated), Smallest);
            ratios[bin] = Math.Max(Share((from - shift) / scale, (to - shift) / scale), Smallest) / normal;
        }

        // A value that is missing says nothing of where the others are.
        ratios[reference.Missing] = 1;
    }

    // In the upper half the complement keeps the digits that the difference would lose.
    private static double Share(double from, double to) => from > 0
        ? Deterministic.NormalCdf(-from) - Deterministic.NormalCdf(-to)
        : Deterministic.NormalCdf(to) - Deterministic.NormalCdf(from);
}
