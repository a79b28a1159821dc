using MonitoringDemo.Drift.TwoSample;

namespace MonitoringDemo.Drift.Tests.TwoSample;

public sealed class ReferenceBinsTests
{
    [Fact]
    public void Deciles_hold_a_tenth_each_and_missing_values_have_a_bin_of_their_own()
    {
        var bins = ReferenceBins.ForNumbers([.. Enumerable.Range(0, 1_000).Select(i => (double)i), double.NaN, double.NaN], 10);

        bins.Reference.ShouldBe([100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 2]);
        bins.IndexOf(double.NaN).ShouldBe(10);
        (bins.IndexOf(-1e9), bins.IndexOf(1e9)).ShouldBe((0, 9));
    }

    [Fact]
    public void Tied_values_share_a_bin()
    {
        var bins = ReferenceBins.ForNumbers([.. Enumerable.Repeat(0.0, 700), .. Enumerable.Range(1, 300).Select(i => (double)i)], 10);

        bins.Reference.ShouldBe([700, 100, 100, 100, 0]);
    }

    [Fact]
    public void A_constant_has_one_bin()
    {
        var bins = ReferenceBins.ForNumbers([5.0, 5, 5], 10);

        bins.Reference.ShouldBe([3, 0]);
    }

    [Fact]
    public void Rare_and_unknown_categories_share_a_bin()
    {
        var bins = ReferenceBins.ForCategories([.. Enumerable.Repeat(0.0, 600), .. Enumerable.Repeat(1.0, 395), .. Enumerable.Repeat(2.0, 5)], 3);

        bins.Reference.ShouldBe([600, 395, 5, 0]);
        (bins.IndexOf(2), bins.IndexOf(3), bins.IndexOf(17), bins.IndexOf(double.NaN)).ShouldBe((2, 2, 2, 3));
    }
}
