using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Channels;

/// <summary>How a reference sample is cut into bins.</summary>
internal static class BinCuts
{
    // Narrow enough to lose next to nothing against exact normal values, and fine in the tails, where a change of spread shows.
    private const double LatentStep = 0.2;
    private const double LatentEnd = 4;
    private const int LeastInTail = 3;
    private const double LeastCategoryShare = 0.01;

    /// <summary>Where numbers are cut: at the sample's own quantiles, equally far apart on the standard normal line.</summary>
    /// <param name="sorted">NaN, for missing, first.</param>
    /// <returns>The upper ends of all bins but the last, ascending.</returns>
    public static double[] OfNumbers(ReadOnlySpan<double> sorted)
    {
        var missing = 0;
        while (missing < sorted.Length && double.IsNaN(sorted[missing])) missing++;
        var present = sorted[missing..];
        var edges = new List<double>();
        for (var step = -LatentEnd; step <= LatentEnd; step += LatentStep)
        {
            var below = (int)Math.Ceiling(Deterministic.NormalCdf(step) * present.Length);
            if (below < LeastInTail || present.Length - below < LeastInTail) continue;
            var edge = present[below - 1];
            if (edge < present[^1] && (edges.Count == 0 || edge > edges[^1])) edges.Add(edge);
        }

        // A constant has no quantiles to cut at: what lies below and above it is told apart all the same.
        if (edges.Count == 0 && present.Length > 0 && present[0] == present[^1]) edges.AddRange([Math.BitDecrement(present[0]), present[0]]);
        return [.. edges];
    }

    /// <summary>The bin of each category; those below 1 % share the last one with those never seen.</summary>
    /// <param name="codes">NaN for missing.</param>
    /// <param name="categories">How many are known.</param>
    /// <returns>By code, the last entry for those never seen.</returns>
    public static int[] OfCategories(ReadOnlySpan<double> codes, int categories)
    {
        var counts = new int[categories + 1];
        foreach (var code in codes)
        {
            if (!double.IsNaN(code)) counts[CodeOf(code, categories)]++;
        }

        var binOfCode = new int[categories + 1];
        var own = 0;
        for (var code = 0; code < categories; code++) binOfCode[code] = counts[code] >= LeastCategoryShare * codes.Length ? own++ : -1;
        for (var code = 0; code <= categories; code++)
        {
            if (code == categories || binOfCode[code] < 0) binOfCode[code] = own;
        }

        return binOfCode;
    }

    /// <summary>A value as the code of a category; the number of known ones stands for those never seen.</summary>
    public static int CodeOf(double value, int categories) => value >= 0 && value < categories ? (int)value : categories;
}
