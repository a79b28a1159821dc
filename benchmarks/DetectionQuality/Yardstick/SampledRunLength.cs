using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality.Yardstick;

/// <summary>Mean values to a false alarm of a CUSUM over errors, from seeded simulation.</summary>
/// <remarks>
/// The sum begins anew whenever it falls to zero, so the mean is that of one such cycle's length over the
/// probability that a cycle ends in an alarm. That is tiny, and is measured where it is not: on errors after the change, each
/// alarm weighted by e to the power of minus its sum. D. Siegmund, "Importance sampling in the Monte Carlo study of sequential tests", Annals of Statistics 4 (1976).
/// </remarks>
internal static class SampledRunLength
{
    private const int Cycles = 200_000;

    public static double Of(KnownChange change, double threshold)
    {
        var (length, _) = Run(change, change.RateBefore, threshold);
        var (_, alarms) = Run(change, change.RateAfter, threshold);
        return length / alarms;
    }

    /// <summary>Mean length of a cycle, and its mean weight of alarms.</summary>
    private static (double Length, double Alarms) Run(KnownChange change, double rate, double threshold)
    {
        var random = new StreamGenerator(7);
        var (error, right) = (change.Score(1), change.Score(0));
        var (steps, weight) = (0L, 0.0);
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var sum = 0.0;
            do
            {
                sum += random.Uniform() < rate ? error : right;
                steps++;
            }
            while (sum > 0 && sum < threshold);

            if (sum >= threshold) weight += Math.Exp(-sum);
        }

        return ((double)steps / Cycles, weight / Cycles);
    }
}
