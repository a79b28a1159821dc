using System.Globalization;
using System.Text.RegularExpressions;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Tests.Train;

public sealed partial class StandingChallengerTests
{
    [Fact]
    public async Task Slow_drift_is_followed_without_any_finding()
    {
        await using var fleet = await Fleet.StartAsync(new World(6) { Weights = row => [1.5, 1 - (row / 5_000.0), -1 + (row / 5_000.0), 0.5] });

        await fleet.ServeAsync(13_000);

        fleet.Decisions.ShouldAllBe(decision => decision.Action == DecisionActions.Replace);
        fleet.State.Champion!.Trigger.ShouldBe("challenger");
        fleet.State.Champion.UpdateId.ShouldStartWith("hits-challenger-");
        fleet.Bus.Of<ReleaseChanged>().Count(change => change.Stage == ReleaseStages.Promoted).ShouldBeGreaterThanOrEqualTo(2);
        var (version, raced) = (fleet.State.Champion, fleet.State.Experiments.Last(e => e.UpdateId == fleet.State.Champion.UpdateId));
        (raced.Won, raced.Window, raced.Rows, raced.ToRow).ShouldBe((true, $"last-{version.TrainedRows}", version.TrainedRows, version.TrainedToRow));
        raced.LogLoss.ShouldBe(version.Metrics[0].LogLoss);
        raced.Id.ShouldBe($"e-{version.RegisteredAtRow}-challenger");
    }

    [Fact]
    public async Task With_nothing_found_training_anew_is_trusted_after_its_second_win()
    {
        await using var fleet = await Fleet.StartAsync(new World(6) { Weights = row => [1.5, 1 - (row / 5_000.0), -1 + (row / 5_000.0), 0.5] });

        await fleet.ServeAsync(13_000);

        var reasons = fleet.Decisions.Select(decision => decision.Reason).ToList();
        reasons.Take(2).ShouldAllBe(reason => reason.StartsWith("Training anew on the newest rows beats keeping version"));
        reasons[2].ShouldStartWith("Training anew goes on paying");
    }

    [Fact]
    public async Task While_training_anew_shows_promise_a_fresh_model_takes_over_and_the_evidence_goes_on()
    {
        await using var fleet = await Fleet.StartAsync(
            new World(6) { Weights = row => [1.5, 1 - (row / 12_000.0), -1 + (row / 12_000.0), 0.5] }, settings: [("ChallengerAlpha", "1e-6"), ("ChallengerEvery", "500"), ("ChallengerEveryAtMost", "500")]);

        await fleet.ServeAsync(20_000);

        var version = fleet.State.Versions.First(version => version.Trigger == "challenger");
        var evidence = version.Gates.Single(gate => gate.Gate == "quality").Evidence;
        var age = (int)(version.RegisteredAtRow - version.TrainedToRow);
        // More rows speak for it than came after its training: those of the models before it count.
        int.Parse(RowsRaced().Match(evidence).Groups[1].Value, CultureInfo.InvariantCulture).ShouldBeGreaterThan(age);
        version.Metrics[0].Rows.ShouldBeInRange(100, age);
    }

    [Fact]
    public async Task It_is_made_like_the_champion_that_won_the_first_contest()
    {
        await using var fleet = await Fleet.StartAsync(
            new World(6) { Weights = row => [1.5, 1 - (row / 5_000.0), -1 + (row / 5_000.0), 0.5] },
            settings: [("Candidates", "gradient-boosting trees=2 rate=0.01; logistic-regression; binned-logistic")]);

        await fleet.ServeAsync(13_000);

        var challenger = fleet.State.Versions.First(version => version.Trigger == "challenger");
        challenger.Trainer.ShouldBe(fleet.State.Versions[0].Trainer);
        challenger.Trainer.ShouldBe("logistic-regression");
    }

    [Fact]
    public async Task A_trainer_that_is_no_candidate_races_in_quiet_times_too()
    {
        await using var fleet = await Fleet.StartAsync(new World(7), settings: ("Trainer", "logistic-regression"));

        await fleet.ServeAsync(6_000, step: 1_000);

        fleet.State.Champion!.Trainer.ShouldBe("logistic-regression");
        fleet.Row.ShouldBe(8_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1000; some")]
    [InlineData("50")]
    public async Task Windows_that_cannot_be_used_are_refused_at_the_start_by_name(string windows)
    {
        var refused = await Should.ThrowAsync<Exception>(() => Fleet.StartAsync(new World(7), settings: ("ChallengerWindows", windows)));

        refused.ToString().ShouldContain("ChallengerWindows");
    }

    [Fact]
    public async Task A_steady_world_sees_no_release_and_no_decision()
    {
        await using var fleet = await Fleet.StartAsync(new World(7), warmup: 5_000);

        await fleet.ServeAsync(40_000, step: 1_000);

        fleet.State.Versions.Count.ShouldBe(1);
        fleet.Decisions.ShouldBeEmpty();
        fleet.Bus.Of<ReleaseChanged>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_gates_want_more_rows_than_come_between_two_trainings_a_promising_model_waits_for_them()
    {
        await using var fleet = await Fleet.StartAsync(
            new World(6) { Weights = row => [1.5, 1 - (row / 12_000.0), -1 + (row / 12_000.0), 0.5] }, settings: [("LeastHoldout", "1000"), ("ChallengerEvery", "500"), ("ChallengerEveryAtMost", "500")]);

        await fleet.ServeAsync(20_000);

        var version = fleet.State.Versions.First(version => version.Trigger == "challenger");
        version.Metrics[0].Rows.ShouldBeGreaterThanOrEqualTo(1_000);
    }

    [GeneratedRegex(@"on (\d+) later rows")]
    private static partial Regex RowsRaced();
}
