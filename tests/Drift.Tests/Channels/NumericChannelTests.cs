using MonitoringDemo.Drift.Channels;

namespace MonitoringDemo.Drift.Tests.Channels;

public sealed class NumericChannelTests
{
    public static TheoryData<string> Kinds => ["normal", "heavy", "rounded", "autoregressive", "bits"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_does_not_change_is_passed_over_in_silence(string kind)
    {
        for (ulong seed = 1; seed <= 10; seed++)
        {
            var found = Streams.Run(new NumericChannel(), Make(kind, seed, 10_000));

            found.ShouldBeEmpty($"seed {seed}");
        }
    }

    [Theory]
    [InlineData(0.25, 600)]
    [InlineData(0.5, 200)]
    [InlineData(-1.0, 60)]
    [InlineData(2.0, 15)]
    public void A_shift_is_found_soon_whatever_its_size(double shift, int within)
    {
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var stream = Streams.Normal(seed, 5_000).Concat(Streams.Normal(seed + 100, 3_000, shift));

            var found = Streams.Run(new NumericChannel(), stream);

            found.ShouldNotBeEmpty($"seed {seed}");
            found[0].ShouldBeInRange(5_000, 5_000 + within, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(2.0, 60)]
    [InlineData(0.5, 120)]
    public void A_change_of_spread_is_found(double deviation, int within)
    {
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var found = Streams.Run(new NumericChannel(), Streams.Normal(seed, 5_000).Concat(Streams.Normal(seed + 100, 1_000, 0, deviation)));

            found.ShouldNotBeEmpty($"seed {seed}");
            found[0].ShouldBeInRange(5_000, 5_000 + within, $"seed {seed}");
        }
    }

    [Fact]
    public void The_unit_of_the_values_makes_no_difference()
    {
        double[] stream = [.. Streams.Normal(7, 4_000), .. Streams.Normal(8, 1_000, 0.7)];

        var plain = Streams.Run(new NumericChannel(), stream);
        var other = Streams.Run(new NumericChannel(), stream.Select(value => 1_000 * value - 20));

        plain.ShouldNotBeEmpty();
        other.ShouldBe(plain);
    }

    [Fact]
    public void A_shift_of_a_stream_that_follows_itself_is_found()
    {
        var stream = Streams.Autoregressive(3, 10_000, 0.9);
        for (var i = 5_000; i < stream.Length; i++) stream[i] += 1.5;

        var found = Streams.Run(new NumericChannel(), stream);

        found.ShouldNotBeEmpty();
        found[0].ShouldBeInRange(5_000, 5_600);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void A_wave_that_it_knows_of_is_no_change_and_hides_none(ulong seed)
    {
        var stream = Streams.Wave(seed, 10_000, 200);
        var shifted = stream.Select((value, i) => i < 7_000 ? value : value + 1);

        var calm = Streams.Run(new NumericChannel(NumericChannel.DefaultRunLength, slotsPerCycle: 200), stream);
        var found = Streams.Run(new NumericChannel(NumericChannel.DefaultRunLength, slotsPerCycle: 200), shifted);

        calm.ShouldBeEmpty();
        found.ShouldNotBeEmpty();
        found[0].ShouldBeInRange(7_000, 7_030);
    }

    [Fact]
    public void Calm_forgets_the_evidence_and_keeps_the_reference()
    {
        var channel = new NumericChannel();
        Streams.Run(channel, Streams.Normal(1, 5_000));
        var reference = channel.ReferenceValues;
        foreach (var value in Streams.Normal(2, 1_000, 2))
        {
            channel.Update(value);
            if (channel.DriftDetected) break;
        }

        channel.Calm();

        (channel.DriftDetected, channel.Evidence, channel.ReferenceValues).ShouldBe((false, 0, reference));
    }

    private static double[] Make(string kind, ulong seed, int count) => kind switch
    {
        "normal" => Streams.Normal(seed, count),
        "heavy" => Streams.Heavy(seed, count),
        "rounded" => Streams.Rounded(seed, count),
        "autoregressive" => Streams.Autoregressive(seed, count, 0.9),
        _ => Streams.Bits(seed, count, 0.2),
    };
}
