using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Tests.Snapshot;

/// <summary>Which broken rows are kept out of training, and for how long.</summary>
public sealed class HarmTests
{
    private const int Onset = 4_000;

    [Fact]
    public async Task A_broken_feature_that_the_champion_hardly_leans_on_is_told_and_its_rows_are_learned_from()
    {
        await using var fleet = await StartAsync(values => values[4] = double.NaN);

        await fleet.ReportAsync(FindingKinds.DataQuality, Onset, feature: "group");
        fleet.Receive(new RetrainModel("hits", "manual-1", "a person", "to see what is learned from"));
        await fleet.ServeAsync(1_500);

        fleet.Decisions[0].Action.ShouldBe(DecisionActions.Watch);
        fleet.Decisions[0].Reason.ShouldContain("it does no harm: group (test)");
        fleet.State.Quarantines.ShouldBeEmpty();
        fleet.State.Harmless.ShouldHaveSingleItem().Finding.Feature.ShouldBe("group");
        fleet.Decisions.ShouldContain(decision => decision.Action == DecisionActions.Retrain);
    }

    [Fact]
    public async Task What_did_no_harm_is_over_when_its_finding_ends()
    {
        await using var fleet = await StartAsync(values => values[4] = double.NaN);
        var finding = await fleet.ReportAsync(FindingKinds.DataQuality, Onset, feature: "group");

        await fleet.ClearAsync(finding, Onset + 300);

        fleet.State.Harmless.ShouldBeEmpty();
        fleet.State.Unanswered.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "duplicates", DecisionActions.Quarantine)]
    [InlineData(null, "clock-jump", DecisionActions.Watch)]
    [InlineData("group", "swapped-columns", DecisionActions.Quarantine)]
    [InlineData("a", "null-share", DecisionActions.Quarantine)]
    public async Task What_matters_is_what_a_model_reads(string? feature, string detector, string action)
    {
        await using var fleet = await StartAsync(_ => { });

        fleet.Receive(new FindingsReported("hits", "hits-4000", fleet.Row, [Found(fleet, feature, detector)]));
        await fleet.DrainAsync();

        fleet.Decisions.ShouldHaveSingleItem().Action.ShouldBe(action);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 25)]
    public async Task Rows_that_are_known_exactly_need_no_margin(bool isExact, int margin)
    {
        await using var fleet = await StartAsync(_ => { });
        var finding = Found(fleet, "a", "null-share") with { IsExact = isExact };

        fleet.Receive(new FindingsReported("hits", "hits-4000", fleet.Row, [finding]));
        await fleet.DrainAsync();
        await fleet.ClearAsync(finding, Onset + 45);

        var range = fleet.State.Quarantines.ShouldHaveSingleItem();
        (range.From, range.To).ShouldBe((Onset - margin, Onset + 45 + margin));
    }

    [Fact]
    public async Task What_the_owner_accepts_is_learned_from_there_on_and_stands_in_the_journal()
    {
        await using var fleet = await StartAsync(values => values[0] *= 1_000);
        await fleet.ReportAsync(FindingKinds.DataQuality, Onset, feature: "a");
        await fleet.ServeAsync(1_000);
        var row = fleet.Row;

        fleet.Receive(new AcceptData("hits", "accept-1", "a", "the label", "grams from now on"));
        await fleet.DrainAsync();
        fleet.Restart();
        await fleet.DrainAsync();

        var decision = fleet.Decisions[^1];
        (decision.Action, decision.Row, decision.UpdateId).ShouldBe((DecisionActions.Accept, row, "accept-1"));
        decision.Reason.ShouldBe($"the label accepts a as it is: grams from now on. Rows from {row} on are learned from again.");
        fleet.State.Quarantines.ShouldHaveSingleItem().To.ShouldBe(row);
        fleet.State.IsQuarantined(row - 1).ShouldBeTrue();
        fleet.State.IsQuarantined(row).ShouldBeFalse();
    }

    [Fact]
    public async Task Acceptance_is_published_from_the_journal_for_the_log()
    {
        await using var fleet = await StartAsync(_ => { });
        await fleet.ReportAsync(FindingKinds.DataQuality, Onset, feature: "a");

        fleet.Receive(new AcceptData("hits", "accept-1", "a", "the label", "grams from now on"));
        await fleet.DrainAsync();

        fleet.Bus.Of<DataAccepted>().ShouldHaveSingleItem().ShouldBe(new DataAccepted("hits", "accept-1", fleet.Row, "a", "the label", "grams from now on"));
    }

    [Fact]
    public async Task Accepting_what_is_not_broken_is_answered_and_changes_nothing()
    {
        await using var fleet = await StartAsync(_ => { });

        fleet.Receive(new AcceptData("hits", "accept-1", "a", "the label", "grams from now on"));
        await fleet.DrainAsync();

        fleet.Decisions.ShouldHaveSingleItem().Reason.ShouldBe("Nothing is broken under the name a: there is nothing to accept.");
        fleet.State.AcceptCommands.ShouldBeEmpty();
        fleet.Bus.Of<DataAccepted>().ShouldBeEmpty();
    }

    private static async Task<Fleet> StartAsync(Action<double[]> breaks)
    {
        var fleet = await Fleet.StartAsync(new World(10)
        {
            Send = (row, values) =>
            {
                if (row >= Onset) breaks(values);
            },
        });
        await fleet.ServeAsync(2_500);
        return fleet;
    }

    private static Finding Found(Fleet fleet, string? feature, string detector) =>
        new($"{fleet.Row}-{detector}", fleet.Row, FindingKinds.DataQuality, feature, detector, 40, 30, Onset, Onset, fleet.Row, "It is broken.");
}
