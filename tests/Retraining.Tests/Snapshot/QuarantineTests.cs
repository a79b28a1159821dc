using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Tests.Snapshot;

public sealed class QuarantineTests
{
    private static World Breaks(long from, long to) => new(10)
    {
        Send = (row, values) =>
        {
            if (row >= from && row < to) values[0] *= 1000;
        },
    };

    [Fact]
    public async Task A_unit_change_is_quarantined_and_never_trained_on()
    {
        await using var fleet = await Fleet.StartAsync(Breaks(5_000, 7_000));
        await fleet.ServeAsync(3_500);
        var broken = await fleet.ReportAsync(FindingKinds.DataQuality, onset: 5_000, feature: "a");
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);
        await fleet.ReportAsync(FindingKinds.DataDrift, onset: 5_000, feature: "a");
        await fleet.ServeAsync(2_000);
        await fleet.ClearAsync(broken, endedAtRow: 7_000);
        await fleet.ServeAsync(3_000);

        fleet.Receive(new RetrainModel("hits", "manual-1", "a person", "to see what is learned from"));
        await fleet.DrainAsync();

        fleet.Decisions.Select(decision => decision.Action).Where(action => action != DecisionActions.Watch).ShouldBe([DecisionActions.Quarantine, DecisionActions.Retrain, DecisionActions.Reject]);
        fleet.Decisions[0].Reason.ShouldContain("a (test)");
        var snapshots = fleet.Get<MonitoringDemo.Retraining.Snapshot.Snapshots>();
        foreach (var version in fleet.State.Versions)
            snapshots.Read(version.DataSetSha256).RowNumbers.ToArray().ShouldAllBe(row => row < 5_000 || row >= 7_000);
    }

    [Fact]
    public async Task While_rows_are_broken_nothing_is_trained_and_a_command_waits()
    {
        await using var fleet = await Fleet.StartAsync(Breaks(5_000, long.MaxValue));
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.DataQuality, onset: 5_000, feature: "a");
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);
        fleet.Receive(new RetrainModel("hits", "manual-1", "a person", "why not"));

        await fleet.ServeAsync(4_000);

        fleet.Decisions.Select(decision => decision.Action).ShouldBe([DecisionActions.Quarantine]);
        fleet.State.RetrainCommands.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_ended_before_it_was_heard_of_is_in_quarantine_up_to_its_end_and_no_further(bool together)
    {
        await using var fleet = await Fleet.StartAsync(Breaks(5_000, 5_300));
        await fleet.ServeAsync(3_500);
        var finding = new Finding("broken", fleet.Row, FindingKinds.DataQuality, "a", "test", 1, 0.5, 5_000, 5_000, fleet.Row, "a is broken.");
        fleet.Receive(new FindingsCleared("hits", "hits-5000", fleet.Row, [new ClearedFinding("broken", FindingKinds.DataQuality, "a", 5_300)]));
        if (!together) await fleet.DrainAsync();
        fleet.Receive(new FindingsReported("hits", "hits-5000", fleet.Row, [finding]));
        await fleet.DrainAsync();

        fleet.Decisions.Select(decision => decision.Action).ShouldBe([DecisionActions.Quarantine]);
        var range = fleet.State.Quarantines.ShouldHaveSingleItem();
        range.To.ShouldBe(5_300 + range.Margin);
        fleet.State.Incident("hits-5000").State.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task Moved_inputs_with_right_answers_are_watched_once()
    {
        await using var fleet = await Fleet.StartAsync(new World(11));
        await fleet.ServeAsync(2_000);
        await fleet.ReportAsync(FindingKinds.DataDrift, onset: 3_500, feature: "a");
        await fleet.ServeAsync(1_000);
        await fleet.ReportAsync(FindingKinds.DataDrift, onset: 3_500, feature: "b");

        await fleet.ServeAsync(3_000);

        fleet.Decisions.Select(decision => decision.Action).ShouldBe([DecisionActions.Watch]);
        fleet.State.Versions.Count.ShouldBe(1);
    }
}
