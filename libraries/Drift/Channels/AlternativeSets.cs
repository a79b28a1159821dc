using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Channels;

/// <summary>Which changes are looked for, and what part of the false alarms each may cause.</summary>
/// <remarks>
/// Changes too small to be told from the reference's own sampling error are left out: one whose size is less than
/// <c>resolution</c> standard errors of the reference would turn an unlucky reference into a finding.
/// </remarks>
internal static class AlternativeSets
{
    private const double Root2 = 1.4142135623730951;
    // A larger one is found as fast as by a value or two.
    private const double LargestShift = 1.5 * Root2;
    private const double ScaleWeight = 0.4;
    private const double MissingWeight = 0.05;

    // Spread ratios, and their parts of the scale weight: broken sensors and new populations spread more often than they narrow.
    private static readonly (double Ratio, double Part)[] Scales = [(2, 0.5), (1.4, 0.2), (0.7, 0.2), (0.5, 0.1)];
    private static readonly double[] OddsRatios = [Root2, 2, 4, 16, 1 / Root2, 0.5, 0.25];
    private static readonly double[] NewShares = [0.02, 0.1, 0.4];

    /// <summary>
    /// The resolution that a run length asks for: evidence that has to grow larger takes longer, and meanwhile the error of
    /// the reference adds up.
    /// </summary>
    /// <param name="resolution">As measured for <see cref="NumericChannel.DefaultRunLength"/>.</param>
    /// <param name="runLength">Mean number of values to a false alarm.</param>
    public static double ResolutionFor(double resolution, double runLength) =>
        resolution * Math.Max(1, Deterministic.Log(runLength) / Deterministic.Log(NumericChannel.DefaultRunLength));

    /// <summary>For numbers: shifts both ways, changes of spread, and of the share of missing values.</summary>
    /// <param name="reference">Ordered bins.</param>
    /// <param name="resolution">In standard errors.</param>
    /// <param name="shiftFactor">How much of a lasting shift a value shows: 1, or less for a whitened stream.</param>
    /// <param name="missing">Whether missing values are looked at.</param>
    /// <param name="tolerated">See <see cref="Alternative.Tolerated"/>.</param>
    public static Alternative[] ForNumbers(ReferenceDistribution reference, double resolution, double shiftFactor, bool missing, double tolerated = 0)
    {
        var set = new List<Alternative>();
        AddShifts(set, reference, resolution, shiftFactor, riseShare: 0.5, weight: 1 - ScaleWeight - (missing ? MissingWeight : 0), tolerated);
        foreach (var (ratio, part) in Scales)
        {
            if (reference.Levels > 2 && Math.Abs(Deterministic.Log(ratio)) * Math.Sqrt(2.0 * reference.Rows) >= resolution)
                set.Add(new Alternative(AlternativeKind.Scale, ratio, -1, ScaleWeight * part));
        }

        AddUnseen(set, reference, resolution);
        if (missing) AddShares(set, reference, reference.Missing, resolution, MissingWeight);
        return Normalise(set);
    }

    /// <summary>For 0 and 1: ones become more frequent, or less.</summary>
    /// <param name="reference">Bins of bits.</param>
    /// <param name="resolution">In standard errors.</param>
    /// <param name="riseShare">The part of the false alarms given to rises, in [0, 1].</param>
    /// <param name="tolerated">In standard errors; see <see cref="Alternative.Tolerated"/>.</param>
    public static Alternative[] ForBits(ReferenceDistribution reference, double resolution, double riseShare, double tolerated = 0)
    {
        var set = new List<Alternative>();
        AddShifts(set, reference, resolution, 1, riseShare, 1, tolerated * StandardError(reference));
        AddUnseen(set, reference, resolution);
        return Normalise(set);
    }

    /// <summary>For categories: each becomes more frequent, or less; missing values are one of them.</summary>
    public static Alternative[] ForCategories(ReferenceDistribution reference, double resolution)
    {
        var set = new List<Alternative>();
        for (var bin = 0; bin < reference.Bins; bin++) AddShares(set, reference, bin, resolution, 1);
        return Normalise(set);
    }

    private static void AddShifts(List<Alternative> set, ReferenceDistribution reference, double resolution, double shiftFactor, double riseShare, double weight, double tolerated)
    {
        // The grid is the same for every reference, so that evidence can be carried over when a reference is refined.
        var least = Math.Max(2 * tolerated, resolution * StandardError(reference) / shiftFactor);
        var sum = 0.0;
        for (var size = LargestShift; size >= least; size /= Root2) sum += 1 / size;
        for (var size = LargestShift; size >= least; size /= Root2)
        {
            // Small shifts take long in any case; the larger weight costs the large ones next to nothing.
            var part = weight / (size * sum);
            if (riseShare > 0) set.Add(new Alternative(AlternativeKind.Location, size, -1, part * riseShare) { Tolerated = tolerated });
            if (riseShare < 1) set.Add(new Alternative(AlternativeKind.Location, -size, -1, part * (1 - riseShare)) { Tolerated = tolerated });
        }
    }

    // Of the place of the reference on the latent line.
    private static double StandardError(ReferenceDistribution reference) => 1 / Math.Sqrt(reference.Rows * Math.Max(reference.Information, 1e-9));

    // Where the reference has no value at all, a shift along the latent line says nothing.
    private static void AddUnseen(List<Alternative> set, ReferenceDistribution reference, double resolution)
    {
        for (var bin = 0; bin < reference.Missing; bin++)
        {
            if (reference.Counts[bin] == 0) AddShares(set, reference, bin, resolution, MissingWeight);
        }
    }

    private static void AddShares(List<Alternative> set, ReferenceDistribution reference, int bin, double resolution, double weight)
    {
        var share = reference.Shares[bin];
        var own = new List<Alternative>();
        foreach (var ratio in OddsRatios)
        {
            if (Math.Abs(Deterministic.Log(ratio)) * Math.Sqrt(reference.Rows * share * (1 - share)) >= resolution)
                own.Add(new Alternative(AlternativeKind.Share, ratio, bin, 1));
        }

        if (share < NewShares[0])
        {
            foreach (var wanted in NewShares) own.Add(new Alternative(AlternativeKind.Share, wanted * (1 - share) / (share * (1 - wanted)), bin, 1));
        }

        foreach (var alternative in own) set.Add(alternative with { Weight = weight / own.Count });
    }

    private static Alternative[] Normalise(List<Alternative> set)
    {
        var sum = 0.0;
        foreach (var alternative in set) sum += alternative.Weight;
        return [.. set.Select(alternative => alternative with { Weight = alternative.Weight / sum })];
    }
}
