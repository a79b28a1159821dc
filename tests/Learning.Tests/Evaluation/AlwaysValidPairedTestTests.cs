using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Tests.Evaluation;

public class AlwaysValidPairedTestTests
{
    [Theory]
    [InlineData(0.0, 0.30)]
    [InlineData(0.0, 1.00)]
    [InlineData(0.02, 0.20)]
    [InlineData(-0.05, 0.15)]
    public void Looked_at_after_every_row_it_cries_wolf_at_most_as_often_as_allowed(double margin, double discordant)
    {
        const double Alpha = 0.05;
        var proven = 0;

        for (ulong stream = 0; stream < 2000; stream++)
            proven += RowsUntilProven(SplitMix64.Mix(1, stream), margin, mean: margin, discordant, Alpha, rows: 1000) <= 1000 ? 1 : 0;

        // Three standard errors above alpha; in truth it stays well below.
        (proven / 2000.0).ShouldBeLessThanOrEqualTo(Alpha + (3 * Math.Sqrt(Alpha * (1 - Alpha) / 2000)));
    }

    [Fact]
    public void Small_differences_in_probability_keep_the_promise_too()
    {
        var proven = 0;

        for (ulong stream = 0; stream < 2000; stream++)
        {
            var random = new SplitMix64(SplitMix64.Mix(2, stream));
            var test = new AlwaysValidPairedTest();
            for (var i = 0; i < 1000; i++)
            {
                var p = random.NextDouble();
                var label = random.NextDouble() < p ? (byte)1 : (byte)0;
                test.Update(PairedLoss.Brier(p, Math.Clamp(p + (0.1 * random.NextNormal()), 0, 1), label));
            }

            proven += test.IsProven(0.05) ? 1 : 0;
        }

        proven.ShouldBeLessThan(130);
    }

    [Theory]
    [InlineData(0.05, 0.25, 1500)]
    [InlineData(0.10, 0.25, 500)]
    [InlineData(0.30, 0.50, 120)]
    public void A_true_advantage_is_proven_soon(double mean, double discordant, int within)
    {
        var rows = Enumerable.Range(0, 200)
            .Select(stream => RowsUntilProven(SplitMix64.Mix(3, (ulong)stream), 0.0, mean, discordant, 0.05, 5 * within)).Order().ToArray();

        rows[100].ShouldBeLessThanOrEqualTo(within);
        rows[190].ShouldBeLessThanOrEqualTo(3 * within);
    }

    [Fact]
    public void It_goes_on_from_its_state_with_the_same_bits()
    {
        var random = new SplitMix64(4);
        var one = new AlwaysValidPairedTest(0.01);
        for (var i = 0; i < 500; i++)
            one.Update((random.NextDouble() * 1.9) - 0.9);

        var two = new AlwaysValidPairedTest(one.State);
        one.Update(0.5);
        two.Update(0.5);

        two.LogEValue.ShouldBe(one.LogEValue);
        two.MaxLogEValue.ShouldBe(one.MaxLogEValue);
        two.Mean.ShouldBe(one.Mean);
        two.Count.ShouldBe(501);
    }

    [Fact]
    public void Evidence_stays_finite_however_long_it_runs()
    {
        var (winning, losing) = (new AlwaysValidPairedTest(), new AlwaysValidPairedTest());

        for (var i = 0; i < 100_000; i++)
        {
            winning.Update(1);
            losing.Update(-1);
        }

        winning.LogEValue.ShouldBeGreaterThan(10_000);
        double.IsFinite(winning.LogEValue).ShouldBeTrue();
        losing.LogEValue.ShouldBeLessThan(-500);
        double.IsFinite(losing.LogEValue).ShouldBeTrue();
        losing.IsProven(0.5).ShouldBeFalse();
    }

    [Theory]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_difference_that_is_not_bounded_is_refused(double difference)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new AlwaysValidPairedTest().Update(difference));
    }

    private static int RowsUntilProven(ulong seed, double margin, double mean, double discordant, double alpha, int rows)
    {
        var random = new SplitMix64(seed);
        var test = new AlwaysValidPairedTest(margin);
        for (var row = 1; row <= rows; row++)
        {
            var u = random.NextDouble();
            test.Update(u < (discordant + mean) / 2 ? 1 : u < discordant ? -1 : 0);
            if (test.IsProven(alpha))
                return row;
        }

        return rows + 1;
    }
}
