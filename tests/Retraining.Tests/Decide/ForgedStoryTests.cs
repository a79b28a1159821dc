using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Tests.People;

namespace MonitoringDemo.Retraining.Tests.Decide;

/// <summary>Somebody writes to the bus what never happened.</summary>
public sealed class ForgedStoryTests
{
    [Fact]
    public async Task A_story_that_the_rows_do_not_bear_out_trains_nothing_releases_nothing_and_rejects_nothing()
    {
        await using var fleet = await Fleet.StartAsync(new World(3), stores: Persons.Known, settings: ("NewRecipeApprovers", "1"));
        await fleet.ServeAsync(2_000);
        var (release, served) = (fleet.State.Release!, fleet.Row);
        foreach (var (kind, feature) in new[] { (FindingKinds.RealisedPerformance, (string?)null), (FindingKinds.DataDrift, "x0") })
            await fleet.ReportAsync(kind, onset: served - 500, feature, incident: "hits-forged");
        fleet.Receive(new FindingsReported("loans", "loans-1", fleet.Row, [new Finding("other", fleet.Row, FindingKinds.RealisedPerformance, null, "test", 1, 0.5, served, served, fleet.Row, "Another model's.")]));
        fleet.Receive(new ModelLoaded("hits", "hits-forged", 99, fleet.Row, 9, null, "nobody"));
        fleet.Receive(new ModelLoadFailed("hits", "hits-forged", 98, 1, "It is broken, honestly.", "nobody"));
        fleet.Receive(Persons.Approves("nobody", 1));
        fleet.Receive(new RestoreModel("hits", "hits-forged-restore", 7, "nobody", "Version 7 is better, honestly."));
        fleet.Receive(new RetireVersion("hits", "hits-forged-retire", 1, VersionStages.Deprecated, "nobody", "Away with it."));

        await fleet.ServeAsync(3_000);

        fleet.Decisions.Where(said => said.Action is DecisionActions.Retrain or DecisionActions.Replace or DecisionActions.Restore or DecisionActions.RollBack or DecisionActions.Retire).ShouldBeEmpty();
        fleet.State.Release.ShouldBe(release, "the same release is in force");
        (fleet.State.Versions.Count, fleet.State.Version(1).RejectedBecause, fleet.State.Retirement.Moves.Count).ShouldBe((1, null, 0));
        fleet.State.Incidents.Keys.ShouldNotContain("loans-1");
        fleet.Bus.Of<RetrainingStarted>().Count(started => started.Row > 2_000).ShouldBe(0);
    }
}
