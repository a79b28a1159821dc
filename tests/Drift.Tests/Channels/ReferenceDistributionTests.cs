using MonitoringDemo.Drift.Channels;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Channels;

public sealed class ReferenceDistributionTests
{
    [Fact]
    public void Every_value_of_the_reference_is_in_a_bin_and_bins_follow_the_order_of_values()
    {
        var values = Streams.Heavy(1, 5_000);

        var reference = ReferenceDistribution.OfNumbers([.. values]);

        reference.Counts.Sum().ShouldBe(values.Length);
        var bins = values.Order().Select(reference.IndexOf).ToArray();
        bins.ShouldBe(bins.Order());
        bins[0].ShouldBe(0);
        bins[^1].ShouldBe(reference.Missing - 1);
    }

    [Theory]
    [InlineData(-10.0, 0)]
    [InlineData(0.0, 1)]
    [InlineData(0.5, 1)]
    [InlineData(1.0, 2)]
    [InlineData(1.5, 2)]
    [InlineData(2.0, 3)]
    [InlineData(3.0, 4)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, 4)]
    [InlineData(double.NaN, 5)]
    public void Bins_end_between_levels_and_what_lies_beyond_them_has_bins_of_its_own(double value, int bin)
    {
        double[] values = [.. Enumerable.Repeat(0.0, 100), .. Enumerable.Repeat(1.0, 100), .. Enumerable.Repeat(2.0, 100)];

        var reference = ReferenceDistribution.OfNumbers(values);

        reference.Bins.ShouldBe(6);
        reference.IndexOf(value).ShouldBe(bin);
        reference.Levels.ShouldBe(3);
    }

    [Fact]
    public void The_largest_value_so_far_is_no_level_where_values_hardly_come_back()
    {
        var values = Streams.Heavy(1, 5_000);

        var reference = ReferenceDistribution.OfNumbers([.. values]);

        reference.IndexOf(values.Max() + 1).ShouldBe(reference.Missing - 1);
        reference.Levels.ShouldBe(reference.Missing);
    }

    [Fact]
    public void Rounding_to_32_bits_moves_no_value_into_another_bin()
    {
        var levels = Enumerable.Range(0, 4_000).Select(i => 0.1 * (1 + i % 4)).ToArray();
        var many = Streams.Heavy(2, 5_000);

        var (ofLevels, ofMany, ofOne) = (ReferenceDistribution.OfNumbers([.. levels]), ReferenceDistribution.OfNumbers([.. many]), ReferenceDistribution.OfNumbers([.. Enumerable.Repeat(0.1, 500)]));

        levels.ShouldAllBe(value => ofLevels.IndexOf(value) == ofLevels.IndexOf((float)value));
        many.Count(value => ofMany.IndexOf(value) != ofMany.IndexOf((float)value)).ShouldBe(0);
        ofOne.IndexOf(0.1f).ShouldBe(ofOne.IndexOf(0.1));
    }

    [Fact]
    public void What_is_below_and_above_a_constant_is_told_apart()
    {
        double[] values = [.. Enumerable.Repeat(3.0, 500)];

        var reference = ReferenceDistribution.OfNumbers(values);

        new[] { 2.9, 3.0, 3.1 }.Select(reference.IndexOf).ShouldBe([0, 1, 2]);
        reference.Counts.ShouldBe([0, 500, 0, 0]);
    }

    [Fact]
    public void Rare_and_unseen_categories_share_a_bin()
    {
        double[] codes = [.. Enumerable.Repeat(0.0, 700), .. Enumerable.Repeat(1.0, 295), 2, 2, 2, double.NaN, double.NaN];

        var reference = ReferenceDistribution.OfCategories(codes, 4);

        reference.IndexOf(2).ShouldBe(reference.IndexOf(4));
        reference.IndexOf(3).ShouldBe(reference.IndexOf(4));
        reference.IndexOf(double.NaN).ShouldBe(reference.Missing);
        reference.Counts.ShouldBe([700, 295, 3, 2]);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void Under_the_reference_every_ratio_is_one_on_average(ulong seed)
    {
        var random = new SplitMix64(seed);
        double[] values = [.. Streams.Normal(seed, 3_000).Select(value => random.NextDouble() < 0.1 ? double.NaN : value)];
        var reference = ReferenceDistribution.OfNumbers(values);

        foreach (var alternative in AlternativeSets.ForNumbers(reference, 11, 1, missing: true))
        {
            var ratios = new double[reference.Bins];
            LikelihoodRatios.Of(reference, alternative, 1, 1, ratios);

            ratios.Select((ratio, bin) => ratio * reference.Shares[bin]).Sum().ShouldBe(1, 1e-9, alternative.ToString());
        }
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.1, 1)]
    [InlineData(0.2, 2)]
    public void What_is_tolerated_never_adds_up_to_evidence(double shift, int growing)
    {
        // At the border of what is tolerated the mean ratio is 1, nearer it is less, beyond it is more.
        var reference = ReferenceDistribution.OfNumbers(Streams.Normal(1, 5_000));
        var rises = AlternativeSets.ForNumbers(reference, 11, 1, missing: false, tolerated: 0.1).Where(alternative => alternative is { Kind: AlternativeKind.Location, Size: > 0 });

        foreach (var alternative in rises)
        {
            var (ratios, shifted) = (new double[reference.Bins], new double[reference.Bins]);
            LikelihoodRatios.Of(reference, alternative, 1, 1, ratios);
            LikelihoodRatios.Of(reference, new Alternative(AlternativeKind.Location, shift, -1, 1), 1, 1, shifted);
            var mean = Enumerable.Range(0, reference.Missing).Sum(bin => reference.OrderedShare(bin) * shifted[bin] * ratios[bin]);

            if (growing == 2) mean.ShouldBeGreaterThan(1);
            else mean.ShouldBeLessThanOrEqualTo(1 + 1e-9);
        }
    }

    [Fact]
    public void The_weights_of_all_alternatives_sum_to_one()
    {
        var numbers = ReferenceDistribution.OfNumbers(Streams.Normal(1, 3_000));
        var bits = ReferenceDistribution.OfBits(Streams.Bits(1, 3_000, 0.1));
        var categories = ReferenceDistribution.OfCategories(Streams.Bits(1, 3_000, 0.4), 2);

        var sums = new[] { AlternativeSets.ForNumbers(numbers, 11, 1, true), AlternativeSets.ForBits(bits, 8, 0.7), AlternativeSets.ForCategories(categories, 11) }
            .Select(set => set.Sum(alternative => alternative.Weight));

        foreach (var sum in sums) sum.ShouldBe(1, 1e-12);
    }
}
