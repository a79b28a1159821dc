using MonitoringDemo.Drift.Multivariate;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Tests.Multivariate;

public sealed class DomainClassifierTests
{
    [Fact]
    public void A_category_that_grows_more_frequent_is_seen_by_both()
    {
        var schema = new FeatureSchema([new Feature("genre", FeatureKind.Categorical, ["rock", "soul", "folk"]), new Feature("tempo", FeatureKind.Numeric, [])], "hit");
        var (reference, current) = (Songs(1, 0.2), Songs(2, 0.7));

        LogisticDomainClassifier.Test(schema, reference, current, 1).Statistic.ShouldBeGreaterThan(0.65);
        BoostedDomainClassifier.Test(schema, reference, current, 1).Statistic.ShouldBeGreaterThan(0.65);
        BoostedDomainClassifier.Test(schema, reference, Songs(3, 0.2), 1).Statistic.ShouldBeLessThan(0.58);
    }

    private static double[] Songs(ulong seed, double soul)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, 500).SelectMany(_ => new[] { random.NextDouble() < soul ? 1.0 : 2 * random.NextInt(2), random.NextNormal() })];
    }
}
