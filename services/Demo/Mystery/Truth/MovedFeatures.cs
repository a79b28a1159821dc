using System.Collections.Concurrent;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Mystery.Truth;

/// <summary>Which features a scenario changes: found by making its songs beside the steady world's, not by what anybody wrote down.</summary>
internal static class MovedFeatures
{
    /// <summary>The largest gap between two shares of songs from which on a feature counts as moved.</summary>
    private const double LeastGap = 0.1;

    private const int Rows = 2_000;
    private const long DeepestRow = 8_000;
    private const ulong Seed = 1;

    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> s_known = new(StringComparer.Ordinal);

    /// <summary>In the order of the schema; empty where the songs stay what they were, one by one.</summary>
    public static IReadOnlyList<string> Of(IScenario scenario) => s_known.GetOrAdd(scenario.Manifest.Id, _ => Find(scenario));

    private static IReadOnlyList<string> Find(IScenario scenario)
    {
        var manifest = scenario.Manifest;
        // As deep into it as it goes, and before it is mended.
        var depth = Math.Min(Math.Min(manifest.MendedAfter ?? long.MaxValue, manifest.Songs - manifest.Onset), DeepestRow);
        var rows = (int)Math.Min(Rows, depth);
        var from = manifest.Onset + depth - rows;
        var steady = ScenarioCatalog.TryGet("steady") ?? throw new InvalidOperationException("There is no steady scenario.");
        var (changed, usual) = (Songs(SongWorld.Of(scenario, manifest, Seed), from, rows), Songs(SongWorld.Of(steady, manifest, Seed), from, rows));
        var named = manifest.RequiredFindings.Select(finding => finding.Feature).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. SongSchema.Instance.Features.Where((feature, column) => named.Contains(feature.Name) || Gap(changed, usual, column, rows) >= LeastGap).Select(feature => feature.Name)];
    }

    private static double[] Songs(SongWorld world, long from, int rows)
    {
        var values = new double[rows * SongSchema.Instance.Count];
        world.Generate(from, values, new byte[rows]);
        return values;
    }

    // The statistic of Kolmogorov and Smirnov: the largest gap between the two cumulated shares.
    private static double Gap(double[] one, double[] other, int column, int rows)
    {
        var (a, b) = (Sorted(one, column, rows), Sorted(other, column, rows));
        var (i, j, largest) = (0, 0, 0.0);
        while (i < rows && j < rows)
        {
            var value = Math.Min(a[i], b[j]);
            while (i < rows && a[i] <= value) i++;
            while (j < rows && b[j] <= value) j++;
            largest = Math.Max(largest, Math.Abs(i - j) / (double)rows);
        }

        return largest;
    }

    private static double[] Sorted(double[] values, int column, int rows)
    {
        var picked = Enumerable.Range(0, rows).Select(row => values[(row * SongSchema.Instance.Count) + column]).ToArray();
        Array.Sort(picked);
        return picked;
    }
}
