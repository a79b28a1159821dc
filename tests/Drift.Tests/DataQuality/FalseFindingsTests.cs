using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.DataQuality;

public sealed class FalseFindingsTests
{
    [Fact]
    public void The_evidence_needed_is_the_logarithm_of_looks_times_hypotheses_over_the_budget()
    {
        var needed = FalseFindings.Needed(0.002, step: 25, hypotheses: 500);

        needed.ShouldBe(Math.Log(4_000 * 500 / 0.002), 1e-12);
        FalseFindings.Needed(0.0002, 25, 500).ShouldBeGreaterThan(needed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_budget_that_is_no_probability_is_refused(double budget) =>
        Should.Throw<ArgumentOutOfRangeException>(() => FalseFindings.Needed(budget, 25, 10)).ParamName.ShouldBe("budget");

    [Fact]
    public void Likelihood_ratios_exceed_a_bound_no_more_often_than_is_promised()
    {
        // Weights of a share of 0.3 against one of 0.05, on rows of the latter: 40,000 windows, bound ln 100.
        var random = new SplitMix64(5);
        var (yes, no) = (Math.Log(0.3 / 0.05), Math.Log(0.7 / 0.95));
        var weights = new double[250];
        var exceeded = 0;
        for (var window = 0; window < 40_000; window++)
        {
            for (var i = 0; i < weights.Length; i++) weights[i] = random.NextDouble() < 0.05 ? yes : no;
            if (BrokenStretch.Find(weights, 25).Sum >= Math.Log(100)) exceeded++;
        }

        exceeded.ShouldBeInRange(1, 400);
    }
}
