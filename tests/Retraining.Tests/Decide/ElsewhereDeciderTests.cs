using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Tests.Decide;

public sealed class ElsewhereDeciderTests
{
    [Fact]
    public async Task Each_finding_is_answered_once_by_its_kind_and_nothing_is_trained()
    {
        await using var fleet = await StartAsync();

        await fleet.ReportAsync(FindingKinds.DataQuality, 2_000, "a", "hits-1");
        await fleet.ReportAsync(FindingKinds.DataDrift, 2_000, "b", "hits-2");
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, 1_900, null, "hits-3");
        await fleet.ReportAsync(FindingKinds.LabelFlow, 2_000, null, "hits-4");
        await fleet.DrainAsync();

        fleet.Decisions.Select(decision => (decision.UpdateId, decision.Action)).ShouldBe(
        [
            ("hits-1", DecisionActions.Quarantine), ("hits-2", DecisionActions.Watch), ("hits-3", DecisionActions.Retrain), ("hits-4", DecisionActions.Hold),
        ]);
        fleet.Bus.Of<DecisionMade>().Count().ShouldBe(4);
        fleet.Decisions[2].Reason.ShouldContain("from 1900 on");
        fleet.State.Versions.ShouldBeEmpty();
        fleet.Bus.Of<ReleaseChanged>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Moved_inputs_of_an_incident_whose_performance_fell_are_no_news()
    {
        await using var fleet = await StartAsync();

        await fleet.ReportAsync(FindingKinds.RealisedPerformance, 2_000, null, "hits-1");
        await fleet.ReportAsync(FindingKinds.DataDrift, 2_000, "b", "hits-1");

        fleet.Decisions.Select(decision => decision.Action).ShouldBe([DecisionActions.Retrain]);
    }

    [Fact]
    public async Task What_was_answered_before_a_restart_is_not_answered_again()
    {
        await using var fleet = await StartAsync();
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, 2_000, null, "hits-1");

        fleet.Restart();
        await fleet.DrainAsync();

        fleet.Decisions.Select(decision => decision.Action).ShouldBe([DecisionActions.Retrain]);
    }

    private static Task<Fleet> StartAsync() => Fleet.StartAsync(new World(1), elsewhere: true);
}
