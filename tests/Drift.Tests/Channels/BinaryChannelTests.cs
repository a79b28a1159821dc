using MonitoringDemo.Drift.Channels;

namespace MonitoringDemo.Drift.Tests.Channels;

public sealed class BinaryChannelTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.0)]
    public void A_steady_share_is_passed_over_in_silence(double share)
    {
        for (ulong seed = 1; seed <= 10; seed++)
        {
            var found = Streams.Run(new BinaryChannel(), Streams.Bits(seed, 10_000, share));

            found.ShouldBeEmpty($"seed {seed}");
        }
    }

    [Theory]
    [InlineData(0.2, 0.4, 300)]
    [InlineData(0.2, 0.6, 80)]
    [InlineData(0.05, 0.15, 400)]
    [InlineData(0.2, 0.1, 800)]
    [InlineData(0.0, 0.1, 120)]
    public void A_share_that_moves_is_found(double before, double after, int within)
    {
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var found = Streams.Run(new BinaryChannel(), Streams.Bits(seed, 5_000, before).Concat(Streams.Bits(seed + 100, 2_000, after)));

            found.ShouldNotBeEmpty($"seed {seed}");
            found[0].ShouldBeInRange(5_000, 5_000 + within, $"seed {seed}");
        }
    }

    [Fact]
    public void One_that_looks_for_rises_only_says_nothing_of_a_fall()
    {
        var channel = new BinaryChannel(BinaryChannel.DefaultRunLength, riseShare: 1);

        var found = Streams.Run(channel, Streams.Bits(1, 5_000, 0.4).Concat(Streams.Bits(2, 5_000, 0.1)));

        found.ShouldBeEmpty();
    }

    [Fact]
    public void Its_baseline_is_the_share_of_ones_it_began_with()
    {
        var channel = new BinaryChannel();

        Streams.Run(channel, Streams.Bits(1, 10_000, 0.3));

        channel.Baseline.ShouldBe(0.3, 0.02);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_of_rises_that_is_none_is_refused(double riseShare)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new BinaryChannel(1e6, riseShare: riseShare)).ParamName.ShouldBe("riseShare");
    }
}
