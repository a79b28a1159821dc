using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Tests.Release;

/// <summary>A version that every process loads and warms before all requests go to it at once, with the one before loaded for a stated number of rows.</summary>
public sealed class BlueGreenTests
{
    private const int Step = 20;
    private static readonly (string, string)[] s_blueGreen = [("Release:Strategy", "blue-green"), ("Release:WarmRows", "60"), ("Release:ReturnRows", "600"), ("MaxRefits", "0"), ("DisabledResponses:0", DecisionActions.Replace)];

    [Fact]
    public async Task A_proven_version_is_warmed_beside_the_champion_then_takes_all_requests_and_the_one_before_stays_for_the_stated_rows()
    {
        await using var fleet = await ProvenAsync();
        var prepared = fleet.State.Release!.Change;
        prepared.CanaryShare.ShouldBeNull();

        await fleet.ServeAsync(1_500, Step);

        var releases = Releases(fleet).SkipWhile(change => change.Sequence < prepared.Sequence).Take(3).ToList();
        releases.Select(change => (change.Stage, change.Champion.Version, change.Shadow?.Version)).ShouldBe([("shadow", 1, 2), ("promoted", 2, 1), ("withdrawn", 2, null)]);
        (releases[1].Row - releases[0].Row).ShouldBeInRange(60, 100);
        // 600 outcomes, of which one in twenty never comes, 200 rows late, and 50 rows are not judged yet: it is not ended sooner, however much better the new one is.
        (releases[2].Row - releases[1].Row).ShouldBeInRange(600 + 200 + 15, 600 + 200 + 50 + 50);
    }

    [Fact]
    public async Task While_a_process_has_not_loaded_it_no_request_goes_to_it()
    {
        await using var fleet = await ProvenAsync(another: true, ("LiveFor", "01:00:00"), ("ServedWithin", "01:00:00"));

        await fleet.ServeAsync(300, Step);
        var waiting = (fleet.State.Champion!.Version, fleet.State.Release!.Phase);
        fleet.Get<ServingProcesses>().Asks("another", fleet.State.Release.Change.Sequence);
        await fleet.ServeAsync(2 * Step, Step);

        waiting.ShouldBe((1, ReleasePhase.Prepared));
        fleet.State.Champion.Version.ShouldBe(2);
    }

    [Fact]
    public async Task All_requests_go_back_at_once_when_the_new_version_is_proven_worse()
    {
        await using var fleet = await ProvenAsync();
        while (fleet.State.Champion!.Version == 1) await fleet.StepAsync(Step);
        var promoted = fleet.State.Release!.Change;
        fleet.ChampionScore = (version, score) => version != 2 ? score : score < 0.5 ? 0.999 : 0.001;

        await fleet.ServeAsync(800, Step);

        // Both are less right in this world than when they were released: that it changed is no fault of the new version, and the one before serves all the same.
        var back = Releases(fleet).First(change => change.Sequence > promoted.Sequence && change.Champion.Version != 2);
        (back.Champion.Version, back.Stage).ShouldBe((1, ReleaseStages.Restored));
        (back.Row - promoted.Row).ShouldBeLessThan(500);
    }

    [Fact]
    public async Task One_that_has_no_score_for_a_row_while_it_is_warmed_is_withdrawn()
    {
        await using var fleet = await ProvenAsync();
        fleet.ShadowFailsAt = fleet.Row + 10;

        await fleet.ServeAsync(2 * Step, Step);

        fleet.State.Champion!.Version.ShouldBe(1);
        fleet.State.Version(2).RejectedBecause!.ShouldContain("had no score for row");
    }

    private static Task<Fleet> ProvenAsync() => ProvenAsync(another: false);

    /// <param name="another">Whether a second process serves, which has not loaded what is to come.</param>
    private static async Task<Fleet> ProvenAsync(bool another, params (string, string)[] settings)
    {
        var fleet = await Fleet.StartAsync(new World(9) { Weights = row => row < 5_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] }, settings: [.. s_blueGreen, .. settings]);
        await fleet.ServeAsync(3_300, step: 50);
        if (another) fleet.Get<ServingProcesses>().Asks("another", serves: 1);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);
        while (fleet.State.Release!.Phase != ReleasePhase.Prepared) await fleet.StepAsync(Step);
        return fleet;
    }

    private static List<ReleaseChanged> Releases(Fleet fleet) => [.. fleet.Bus.Of<ReleaseChanged>()];
}
