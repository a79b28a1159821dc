using System.Diagnostics;

namespace MonitoringDemo.Throughput;

/// <summary>What a load came to.</summary>
/// <param name="RequestsPerSecond">Answered with 200.</param>
/// <param name="Median">Milliseconds from sending to the last byte of the answer.</param>
/// <param name="Slow">The same, of the request that was slower than 99 in 100.</param>
internal sealed record LoadResult(double RequestsPerSecond, double Median, double Slow)
{
    public static LoadResult Of(long[] ticks, TimeSpan elapsed)
    {
        Array.Sort(ticks);
        return new LoadResult(ticks.Length / elapsed.TotalSeconds, Milliseconds(ticks, 0.5), Milliseconds(ticks, 0.99));
    }

    private static double Milliseconds(long[] sorted, double share) => 1000.0 * sorted[(int)(share * (sorted.Length - 1))] / Stopwatch.Frequency;
}
