using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Tests.Release;

public sealed class StrategyCheckTests
{
    [Fact]
    public void By_default_a_candidate_is_released_in_one_step()
    {
        var options = new StrategyOptions();

        new StrategyCheck().Validate(null, options).Succeeded.ShouldBeTrue();
        StrategyCheck.Shares(options).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1, 5, 25, 100", new[] { 0.01, 0.05, 0.25, 1.0 })]
    [InlineData("2.5,100", new[] { 0.025, 1.0 })]
    public void Steps_are_read_as_shares(string steps, double[] shares)
    {
        var options = new StrategyOptions { Strategy = "canary", Steps = steps };

        new StrategyCheck().Validate(null, options).Succeeded.ShouldBeTrue();
        StrategyCheck.Shares(options).ShouldBe(shares);
    }

    [Theory]
    [InlineData("", "holds ''")]
    [InlineData("1, five, 100", "holds 'five'")]
    [InlineData("0, 100", "holds '0'")]
    [InlineData("1, 200", "holds '200'")]
    [InlineData("5, 1, 100", "does not ascend")]
    [InlineData("1, 1, 100", "does not ascend")]
    [InlineData("1, 5, 25", "lead over one step or more to 100")]
    [InlineData("100", "lead over one step or more to 100")]
    public void Steps_that_do_not_lead_to_all_requests_are_refused_with_the_setting_and_the_mend(string steps, string why)
    {
        var refused = new StrategyCheck().Validate(null, new StrategyOptions { Strategy = "canary", Steps = steps });

        refused.FailureMessage.ShouldStartWith("Retraining:Release:Steps ");
        refused.FailureMessage.ShouldContain(why);
        refused.FailureMessage.ShouldEndWith("write for instance 1, 5, 25, 100.");
    }

    [Theory]
    [InlineData("blue/green")]
    [InlineData("Canary")]
    [InlineData("")]
    public void A_strategy_that_there_is_not_is_refused(string strategy)
    {
        var refused = new StrategyCheck().Validate(null, new StrategyOptions { Strategy = strategy });

        refused.FailureMessage.ShouldBe($"Retraining:Release:Strategy is '{strategy}': there are direct, canary, blue-green.");
    }
}
