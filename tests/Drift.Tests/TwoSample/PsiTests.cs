using MonitoringDemo.Drift.TwoSample;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.TwoSample;

public sealed class PsiTests
{
    [Fact]
    public void Equal_shares_are_no_distance_and_empty_histograms_have_none()
    {
        Psi.Of([100, 100, 100], [1_000, 1_000, 1_000]).ShouldBe(0, 1e-4);
        Psi.Of([100, 100], [0, 0]).ShouldBe(double.NaN);
        Psi.Of([], []).ShouldBe(double.NaN);
    }

    [Fact]
    public void A_textbook_example_comes_out()
    {
        // (0.6 - 0.5) ln(0.6 / 0.5) + (0.4 - 0.5) ln(0.4 / 0.5) = 0.0405
        Psi.Of([50_000, 50_000], [60_000, 40_000]).ShouldBe(0.0405465, 1e-5);
    }

    [Theory]
    [InlineData(200, 1_000)]
    [InlineData(1_000, 1_000)]
    [InlineData(5_000, 1_000)]
    public void Chance_exceeds_the_threshold_as_often_as_asked_for(int reference, int current)
    {
        var random = new SplitMix64(11);
        const int Trials = 4_000;
        var exceeded = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var bins = ReferenceBins.ForNumbers(Sample(random, reference), 10);
            var counts = new int[bins.Count];
            foreach (var value in Sample(random, current)) counts[bins.IndexOf(value)]++;
            if (Psi.Of(bins.Reference, counts) >= Psi.Threshold(10, reference, current, 0.01)) exceeded++;
        }

        ((double)exceeded / Trials).ShouldBeInRange(0.001, 0.02);
    }

    [Theory]
    [InlineData(1, 0.05, 3.841)]
    [InlineData(9, 0.01, 21.666)]
    [InlineData(9, 1e-9, 63.5)]
    public void Quantiles_of_chi_square_are_close(int degreesOfFreedom, double alpha, double expected) =>
        ChiSquare.UpperQuantile(degreesOfFreedom, alpha).ShouldBe(expected, 0.05 * expected);

    [Fact]
    public void The_test_finds_a_shift_and_answers_no_sample_with_not_computable()
    {
        var (test, random) = (new PsiTest(), new SplitMix64(12));
        var reference = Sample(random, 2_000);
        double[] shifted = [.. Sample(random, 500).Select(value => value + 0.5)];

        test.Test(reference, shifted).PValue.ShouldBeLessThan(1e-9);
        test.Test(reference, Sample(random, 500)).PValue.ShouldBeGreaterThan(0.001);
        test.Test(reference, []).IsComputable.ShouldBeFalse();
        test.Test([1, 1, 1], [1, 1]).PValue.ShouldBe(1);
        test.Test([double.NaN], [double.NaN]).PValue.ShouldBe(1);
    }

    [Fact]
    public void A_constant_that_changes_and_a_new_highest_level_are_a_shift_and_rounding_is_none()
    {
        var test = new PsiTest();
        double[] levels = [.. Enumerable.Range(0, 1_000).Select(i => 0.1 * (1 + i % 4))];

        test.Test([.. Enumerable.Repeat(1.0, 1_000)], [.. Enumerable.Repeat(2.0, 1_000)]).PValue.ShouldBeLessThan(1e-100);
        test.Test(levels, [.. levels.Select(value => value > 0.35 ? 0.7 : value)]).PValue.ShouldBeLessThan(1e-50);
        test.Test(levels, [.. levels.Select(value => (double)(float)value)]).Statistic.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void A_few_values_prove_no_more_than_one_of_their_orders()
    {
        var test = new PsiTest();

        test.Test([1], [2]).PValue.ShouldBe(1);
        test.Test([1, 1, 1, 1, 1], [2]).PValue.ShouldBeInRange(1.0 / 6, 1);
        test.Test([1, 1, 1, 1, 1], [2, 2, 2, 2, 2]).PValue.ShouldBe(1.0 / 252, 1e-9);
    }

    private static double[] Sample(SplitMix64 random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
}
