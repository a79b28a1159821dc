using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Tests.Train;

public sealed class SuspicionTests
{
    [Fact]
    public void A_rise_of_errors_is_suspected_long_before_it_would_be_a_finding()
    {
        var delays = Enumerable.Range(1, 20).Select(seed => FirstAfter(5_000, seed, 0.12, 0.20)).Order().ToList();

        delays[10].ShouldBeLessThan(900);
    }

    [Fact]
    public void Without_a_cause_it_is_as_rare_as_it_promises()
    {
        var suspected = 0;
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var (suspicion, random) = (new Suspicion(20_000), new SplitMix64((ulong)seed));
            for (var row = 0; row < 20_000; row++) suspected += suspicion.Take(random.NextDouble() < 0.15) ? 1 : 0;
        }

        suspected.ShouldBeLessThanOrEqualTo(20);
    }

    private static int FirstAfter(int change, int seed, double before, double after)
    {
        var (suspicion, random) = (new Suspicion(20_000), new SplitMix64((ulong)seed));
        for (var row = 0; row < 20_000; row++)
        {
            if (suspicion.Take(random.NextDouble() < (row < change ? before : after)) && row >= change) return row - change;
        }

        return int.MaxValue;
    }
}
