using MonitoringDemo.Drift.Monitoring.Findings;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class FalseFindingSharesTests
{
    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 5.0, 3, 2, 0 })]
    [InlineData(new[] { 0.0, 0, 0, 0 })]
    public void All_parts_together_are_the_whole_budget(double[] importance)
    {
        var features = Enumerable.Range(0, 4).Sum(feature => FalseFindingShares.OfFeature(importance, feature, 4));

        (features + FalseFindingShares.Score + FalseFindingShares.Performance + FalseFindingShares.Quality).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void An_important_feature_has_more_and_none_has_nothing()
    {
        double[] importance = [8, 2, 0];

        var shares = Enumerable.Range(0, 3).Select(feature => FalseFindingShares.OfFeature(importance, feature, 3)).ToArray();

        shares.ShouldBe(shares.OrderDescending());
        shares[2].ShouldBe(0.5 * 0.5 / 3, 1e-12);
    }

    [Fact]
    public void A_run_length_gives_its_part_of_the_budget_in_100000_rows()
    {
        FalseFindingShares.RunLength(0.01, 0.1).ShouldBe(1e8, 1);
    }
}
