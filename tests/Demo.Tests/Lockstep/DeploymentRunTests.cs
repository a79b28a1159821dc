using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Demo.Report;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Tests.Lockstep;

public sealed class DeploymentRunTests
{
    [Fact]
    public async Task A_fleet_that_is_deployed_anew_with_another_recipe_trains_once_because_of_it_and_goes_on_where_it_was()
    {
        var report = await PlayAsync("code-change", 9_500);

        report.Verdict.ShouldBe("pass", report.Why);
        report.Findings.ShouldBeEmpty();
        var decision = report.Decisions.ShouldHaveSingleItem();
        decision.Action.ShouldBe(DecisionActions.Retrain);
        decision.Reason.ShouldContain("trees=120 is a new candidate");
        report.Models.Select(model => (model.Version, model.Trigger)).ShouldBe([(1, "seed"), (2, "code")]);
        report.Models[1].PromotedAtRow.ShouldNotBeNull().ShouldBeGreaterThan(8_000);
        report.Counts.Predictions.ShouldBe(4_500, "as many before the deployment as after it were sent");
        (report.Counts.Lost, report.Counts.Doubled, report.Counts.Failed).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task A_worse_recipe_is_tried_once_and_rejected_by_a_gate()
    {
        var report = await PlayAsync("worse-code", 8_500);

        report.Verdict.ShouldBe("pass", report.Why);
        report.Decisions.Select(made => made.Action).ShouldBe([DecisionActions.Retrain, DecisionActions.Reject]);
        report.Models.Single(model => model.Version == 2).RejectedBecause.ShouldNotBeNull().ShouldStartWith("quality");
    }

    [Fact]
    public async Task A_column_that_half_of_the_callers_add_is_named_and_nothing_else_changes()
    {
        var scenario = Lockstep.Scenario("new-feature");
        var manifest = scenario.Manifest with { Songs = 8_500, Budget = new() { ColumnNoticed = "remixes" } };

        var added = await Lockstep.PlayAsync(scenario, manifest);
        var without = await Lockstep.PlayAsync("steady", songs: 8_500);

        added.Verdict.ShouldBe("pass", added.Why);
        added.Counts.ShouldBe(without.Counts);
        added.Accuracy.Fleet.ShouldBe(without.Accuracy.Fleet);
    }

    [Fact]
    public async Task A_drift_that_begins_in_a_canary_does_not_take_it_back()
    {
        const long drift = 8_400;

        var report = await PlayAsync("drift-in-canary", 9_400);

        report.Verdict.ShouldBe("pass", report.Why);
        var canary = report.Models.Single(model => model.Version == 2);
        canary.TrainedOnRows[1].ShouldBeLessThan(drift);
        canary.PromotedAtRow.ShouldNotBeNull().ShouldBeGreaterThan(drift + 200);
        report.Findings.ShouldContain(finding => finding.Kind == "data-drift" && finding.Row >= drift);
    }

    /// <summary>As <c>run</c> plays it; so few songs that no budget can be judged.</summary>
    private static async Task<RunReport> PlayAsync(string id, long songs)
    {
        using var folder = new TemporaryFolder();
        var scenario = Lockstep.Scenario(id);
        var settings = new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true);
        var run = new ScenarioRun(scenario, scenario.Manifest.WithSongs(songs) with { Budget = new() }, Seed: 1, Step: 25);
        return await run.PlayAsync(settings, static _ => { }, TestContext.Current.CancellationToken);
    }
}
