using System.Globalization;
using MonitoringDemo.Drift.Channels;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring.Distribution;

/// <summary>Says in words how a feature moved.</summary>
internal static class ShiftWords
{
    /// <summary>A clause without subject, for instance <c>values are 0.8 standard deviations higher</c>.</summary>
    public static string Of(Feature feature, ReferenceDistribution reference, ShiftFound found)
    {
        var rows = 0;
        foreach (var count in found.Since) rows += count;
        if (found.Alternative.Kind == AlternativeKind.Share || !reference.IsOrdered)
            return OfShare(feature, reference, found.Since, rows, reference.IsOrdered ? found.Alternative.Bin : Farthest(reference, found.Since, rows));

        var (mean, spread) = Moments(reference, found.Since);
        // Whichever takes the normal distribution further, as the Kullback-Leibler divergence counts it.
        return mean * mean / 2 < (spread * spread - 1) / 2 - Deterministic.Log(Math.Max(spread, 0.01))
            ? string.Create(CultureInfo.InvariantCulture, $"values spread {spread:0.0} times as widely")
            : string.Create(CultureInfo.InvariantCulture, $"values are {Math.Abs(mean):0.0} standard deviations {(mean < 0 ? "lower" : "higher")}");
    }

    private static string OfShare(Feature feature, ReferenceDistribution reference, int[] since, int rows, int bin) => string.Create(
        CultureInfo.InvariantCulture,
        $"{NameOf(feature, reference, bin)} {100.0 * since[bin] / Math.Max(1, rows):0.#} % of values, and were {100.0 * reference.Counts[bin] / Math.Max(1, reference.Rows):0.#} %");

    private static string NameOf(Feature feature, ReferenceDistribution reference, int bin)
    {
        if (bin == reference.Missing) return "missing ones are";
        if (reference.IsOrdered) return "some that were rare are";
        var codes = reference.CodesOf(bin).ToArray();
        return codes is [var code] && code < feature.Categories.Count ? $"'{feature.Categories[code]}' makes" : "rare and unseen ones are";
    }

    private static int Farthest(ReferenceDistribution reference, int[] since, int rows)
    {
        var (farthest, most) = (0, -1.0);
        for (var bin = 0; bin < since.Length; bin++)
        {
            var distance = Math.Abs((double)since[bin] / Math.Max(1, rows) - reference.Shares[bin]);
            if (distance > most) (farthest, most) = (bin, distance);
        }

        return farthest;
    }

    private static (double Mean, double Spread) Moments(ReferenceDistribution reference, int[] since)
    {
        double sum = 0, squares = 0;
        var n = 0;
        for (var bin = 0; bin < reference.Missing; bin++)
        {
            var score = reference.Score(bin);
            (sum, squares, n) = (sum + since[bin] * score, squares + since[bin] * score * score, n + since[bin]);
        }

        var mean = sum / Math.Max(1, n);
        return (mean, Math.Sqrt(Math.Max(0, squares / Math.Max(1, n) - mean * mean)));
    }
}
