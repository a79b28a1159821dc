using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality.Yardstick;

/// <summary>The threshold of a CUSUM over errors, from seeded simulation.</summary>
/// <remarks>
/// The sum begins anew whenever it falls to zero, so the mean run length is that of one such cycle over the probability
/// that a cycle ends in an alarm. That is tiny, and is measured where it is not: on errors after the change, each alarm
/// weighted by e to the power of minus its sum. D. Siegmund, "Importance sampling in the Monte Carlo study of sequential
/// tests", Annals of Statistics 4 (1976).
/// </remarks>
internal static class SampledRunLength
{
    private const int Cycles = 400_000;
    private const double Step = 0.01;
    private const int Thresholds = 1_800;

    /// <summary>The least threshold, of hundredths of a nat, with a mean run length of at least so many values.</summary>
    public static double Threshold(KnownChange change, double runLength)
    {
        var length = MeanCycle(change);
        var alarms = AlarmsPerCycle(change);
        var least = Array.FindIndex(alarms, probability => length / probability >= runLength);
        return least > 0 ? least * Step : throw new InvalidOperationException($"No threshold below {Thresholds * Step} nats gives a run length of {runLength}.");
    }

    private static double MeanCycle(KnownChange change)
    {
        var random = new StreamGenerator(7);
        var (error, right, steps) = (change.Score(1), change.Score(0), 0L);
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var sum = 0.0;
            do
            {
                sum += random.Uniform() < change.RateBefore ? error : right;
                steps++;
            }
            while (sum > 0);
        }

        return (double)steps / Cycles;
    }

    /// <summary>The probability, per threshold, that a cycle without a change reaches it.</summary>
    private static double[] AlarmsPerCycle(KnownChange change)
    {
        var random = new StreamGenerator(8);
        var (error, right, weights) = (change.Score(1), change.Score(0), new double[Thresholds]);
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var (sum, reached) = (0.0, 0);
            do
            {
                sum += random.Uniform() < change.RateAfter ? error : right;
                if (sum < reached * Step) continue;

                var weight = Math.Exp(-sum) / Cycles;
                for (; reached < Thresholds && sum >= reached * Step; reached++) weights[reached] += weight;
            }
            while (sum > 0 && reached < Thresholds);
        }

        return weights;
    }
}
