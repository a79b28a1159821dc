using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Tests.Numerics;

public class SplitMix64Tests
{
    [Fact]
    public void The_sequence_is_the_published_one()
    {
        var random = new SplitMix64(1234567);

        ulong[] first = [random.NextUInt64(), random.NextUInt64(), random.NextUInt64()];

        first.ShouldBe([6457827717110365317, 3203168211198807973, 9817491932198370423]);
    }

    [Fact]
    public void It_goes_on_from_a_stored_state()
    {
        var random = new SplitMix64(3);
        random.NextNormal();

        var copy = new SplitMix64(random.State);

        copy.NextUInt64().ShouldBe(random.NextUInt64());
    }

    [Fact]
    public void Whole_numbers_are_even_over_their_range()
    {
        var random = new SplitMix64(5);
        var counts = new int[7];

        for (var i = 0; i < 70_000; i++)
            counts[random.NextInt(7)]++;

        counts.ShouldAllBe(count => Math.Abs(count - 10_000) < 400);
    }

    [Fact]
    public void Normal_numbers_have_mean_nought_and_variance_one()
    {
        var random = new SplitMix64(6);
        double sum = 0, squares = 0;

        for (var i = 0; i < 100_000; i++)
        {
            var x = random.NextNormal();
            sum += x;
            squares += x * x;
        }

        (sum / 100_000).ShouldBe(0, 0.015);
        (squares / 100_000).ShouldBe(1, 0.02);
    }

    [Fact]
    public void Parts_of_a_seed_are_unrelated()
    {
        ulong[] parts = [SplitMix64.Mix(1, 0), SplitMix64.Mix(1, 1), SplitMix64.Mix(0, 1), SplitMix64.Mix(1, 1, 1), SplitMix64.Mix(1, 0, 1)];

        parts.Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void A_shuffle_keeps_every_item()
    {
        var items = Enumerable.Range(0, 100).ToArray();

        new SplitMix64(8).Shuffle<int>(items);

        items.ShouldNotBe(Enumerable.Range(0, 100));
        items.Order().ShouldBe(Enumerable.Range(0, 100));
    }
}
