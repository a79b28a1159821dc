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

    private static double[] Sample(SplitMix64 random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
}
