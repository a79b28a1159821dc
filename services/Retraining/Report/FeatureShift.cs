using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Report;

/// <summary>How the values of one feature lay before and lie after, in the same bins.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Bins">The bins in words, the last one for missing values where there are any.</param>
/// <param name="Before">Share of the earlier rows in each bin.</param>
/// <param name="After">The same of the later rows.</param>
/// <param name="Chance">What <see cref="Distance"/> would be on average if nothing had moved.</param>
internal sealed record FeatureShift(Feature Feature, IReadOnlyList<string> Bins, double[] Before, double[] After, double Chance)
{
    /// <summary>The mean of a standard normal variable without its sign.</summary>
    private const double MeanOfNormal = 0.7978845608028654;

    /// <summary>The share of rows that lie in another bin than before (total variation), from 0 to 1.</summary>
    public double Distance => Before.Zip(After, (before, after) => Math.Abs(before - after)).Sum() / 2;

    /// <summary>Of values that are not missing; null for categories.</summary>
    public (double Before, double After)? Means { get; private init; }

    /// <summary>Null where a side has no rows.</summary>
    public static FeatureShift? Measure(Feature feature, double[] before, double[] after)
    {
        if (before.Length == 0 || after.Length == 0) return null;
        var bins = ValueBins.Of(feature, before, after);
        return Measure(feature, bins, before, after) with
        {
            Means = feature.Kind == FeatureKind.Numeric ? (Mean(before), Mean(after)) : null,
        };
    }

    /// <summary>The same in given bins, so that stretches of rows can be compared with each other.</summary>
    public static FeatureShift Measure(Feature feature, ValueBins bins, double[] before, double[] after)
    {
        var (was, @is) = (bins.Shares(before), bins.Shares(after));
        var chance = 0.0;
        for (var i = 0; i < was.Length; i++)
        {
            var pooled = ((was[i] * before.Length) + (@is[i] * after.Length)) / (before.Length + after.Length);
            chance += Math.Sqrt(pooled * (1 - pooled) * ((1.0 / before.Length) + (1.0 / after.Length)));
        }

        return new FeatureShift(feature, bins.Names, was, @is, chance * MeanOfNormal / 2);
    }

    private static double Mean(double[] values) => values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
}
