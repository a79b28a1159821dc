using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Tests.Lockstep;

/// <summary>The whole fleet with canaries: inference routes, the monitor and retraining read what it logged.</summary>
public sealed class CanaryRunTests
{
    private static readonly (string, string) s_canary = ("Retraining:Release:Strategy", "canary");

    [Theory]
    [InlineData("taste-flip")]
    [InlineData("decades")]
    [InlineData("bad-candidate")]
    public async Task A_scenario_passes_with_canaries_too(string scenario)
    {
        var report = await Lockstep.PlayAsync(scenario, options: s_canary);

        report.Verdict.ShouldBe("pass", report.Why);
    }

    [Fact]
    public async Task A_run_with_canaries_gives_the_same_report_again()
    {
        var first = await Lockstep.PlayAsync("taste-flip", songs: 10_000, options: s_canary);
        var again = await Lockstep.PlayAsync("taste-flip", songs: 10_000, options: s_canary);

        again.Models.ShouldBe(first.Models);
        (again.Counts, again.Accuracy.Fleet).ShouldBe((first.Counts, first.Accuracy.Fleet));
    }

    [Fact]
    public async Task A_bad_candidate_that_slips_through_gates_and_shadow_is_taken_back_as_a_canary()
    {
        var report = await Lockstep.PlayAsync("bad-candidate", options: [s_canary, ("Retraining:DisabledResponses:0", "quality"), ("Retraining:DisabledResponses:1", "slices"), ("Retraining:ShadowRows", "1"), ("Retraining:ShadowSigmas", "10")]);

        var back = report.Decisions.Where(decision => decision.Action == DecisionActions.RollBack).ShouldHaveSingleItem();
        (back.Gate, back.Version).ShouldBe(("canary", 2));
        report.Models.ShouldAllBe(model => model.Version == 1 || model.PromotedAtRow == null);
        report.Counts.Lost.ShouldBe(0);
    }
}
