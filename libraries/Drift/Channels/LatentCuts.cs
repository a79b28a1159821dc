using MonitoringDemo.Drift.TwoSample;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Channels;

/// <summary>Where a reference of numbers is cut into bins: at its own quantiles, equally far apart on the standard normal line.</summary>
internal static class LatentCuts
{
    // Narrow enough to lose next to nothing against exact normal values, and fine in the tails, where a change of spread shows.
    private const double Step = 0.2;
    private const double End = 4;
    private const int LeastInTail = 3;

    /// <summary>The upper ends of all bins but the last, ascending; see <see cref="BinEdges"/>.</summary>
    /// <param name="sorted">NaN, for missing, first.</param>
    public static double[] Of(ReadOnlySpan<double> sorted)
    {
        var missing = 0;
        while (missing < sorted.Length && double.IsNaN(sorted[missing])) missing++;
        var present = sorted[missing..];
        var edges = new List<double>();
        for (var step = -End; step <= End; step += Step)
        {
            var below = (int)Math.Ceiling(Deterministic.NormalCdf(step) * present.Length);
            if (below < LeastInTail || present.Length - below < LeastInTail) continue;
            if (present[below - 1] >= present[^1]) continue;
            var edge = BinEdges.After(present, below - 1);
            if (edges.Count == 0 || edge > edges[^1]) edges.Add(edge);
        }

        BinEdges.Close(edges, present);
        return [.. edges];
    }
}
