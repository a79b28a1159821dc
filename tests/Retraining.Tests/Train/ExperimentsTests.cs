using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.Train;

public sealed class ExperimentsTests
{
    private const string Three = "binned-logistic; logistic-regression l2=10; gradient-boosting trees=10 leaves=4";

    private const string Seed = "hits-seed";

    // No collapse, after which the rows before it would not be tried.
    private static World Flips() => new(2) { Weights = row => row < 5_000 ? [1.5, 1, -1, 0.5] : [1.5, -1, -1, 0.5] };

    [Fact]
    public async Task Every_candidate_is_tried_on_every_window_and_recorded_with_what_it_was_worth()
    {
        await using var fleet = await RetrainedAsync(("Candidates", Three), ("MaxRefits", "0"));

        var tried = fleet.State.Experiments.Where(e => e.UpdateId != Seed).ToList();

        tried.Select(e => e.Trainer).Distinct().ShouldBe(["binned-logistic", "logistic-regression", "gradient-boosting"]);
        tried.Select(e => e.Window).Distinct().ShouldBe(["since-change", "last-2000", "last-5000", "all-recent"], ignoreOrder: true);
        tried.Count.ShouldBe(12);
        foreach (var e in tried)
        {
            e.LogLossInterval!.Lower.ShouldBeLessThanOrEqualTo(e.LogLoss!.Value);
            e.LogLossInterval.Upper.ShouldBeGreaterThanOrEqualTo(e.LogLoss.Value);
            (e.AccuracyInterval!.Upper - e.AccuracyInterval.Lower).ShouldBeGreaterThan(0);
            (e.Failure, e.LeftOut, e.Seconds).ShouldBe((null, null, null));
        }

        tried.ShouldAllBe(e => e.CalibrationError >= 0 && e.CalibrationError <= 1);
        tried.Single(e => e.Won).LogLoss.ShouldBe(tried.Min(e => e.LogLoss));
        tried.Where(e => e.Trainer == "gradient-boosting").ShouldAllBe(e => e.Work == 10L * e.Rows && e.Parameters["leaves"] == 4);
    }

    [Fact]
    public async Task The_winner_says_why_in_one_sentence_and_becomes_a_version_that_can_be_trained_again()
    {
        await using var fleet = await RetrainedAsync(("Candidates", Three), ("MaxRefits", "0"));

        var winner = RegistryReader.ReadExperiments(fleet.Get<IJournal>()).Single(e => e.Won && e.UpdateId != Seed);

        winner.Reason.ShouldNotBeNull().ShouldContain("had the lowest log loss of 12 on the");
        winner.Reason.ShouldContain("below the next, ");
        winner.Reason.TrimEnd('.').ShouldNotContain(". ");
        var version = fleet.State.Version(winner.Version!.Value);
        version.Trainer.ShouldBe(winner.Trainer);
        version.Parameters.ShouldBe(winner.Parameters);
        var again = TrainerCatalog.Get(version.Trainer).Train(fleet.Get<Snapshots>().Read(version.DataSetSha256), version.Parameters, version.Seed);
        ModelArtifact.Sha256(again.ToArtifact()).ShouldBe(version.Sha256);
    }

    [Fact]
    public async Task What_the_budget_leaves_out_is_recorded_and_the_first_candidate_is_tried_all_the_same()
    {
        await using var fleet = await RetrainedAsync(("Candidates", Three), ("ExperimentWork", "1"), ("MaxRefits", "0"));

        var tried = RegistryReader.ReadExperiments(fleet.Get<IJournal>()).Where(e => e.UpdateId != Seed).ToList();

        tried.Select(e => e.Outcome).ShouldBe([CandidateOutcomes.Won, .. Enumerable.Repeat(CandidateOutcomes.LeftOut, 11)]);
        tried[1].Reason.ShouldNotBeNull().ShouldContain("Retraining:ExperimentWork");
        tried[0].Reason.ShouldNotBeNull().ShouldContain("11 more were left out for the budget");
        fleet.State.Champion!.Trigger.ShouldBe("performance");
    }

    [Fact]
    public async Task A_trainer_named_in_the_options_is_tried_alone_and_that_is_recorded_for_the_first_model_too()
    {
        await using var fleet = await RetrainedAsync(("Trainer", "binned-logistic"), ("MaxRefits", "0"));

        fleet.State.Experiments.ShouldAllBe(e => e.Trainer == "binned-logistic" && e.Parameters.Count == 0);
        fleet.State.Experiments.Count(e => e.UpdateId != Seed).ShouldBe(4);
        fleet.State.Experiments.Single(e => e.UpdateId == Seed).Reason.ShouldNotBeNull().ShouldContain("was the only one tried");
    }

    [Fact]
    public async Task Trainers_of_ML_NET_compete_when_they_are_named()
    {
        await using var fleet = await Fleet.StartAsync(Flips(), settings: ("Candidates", "mlnet-sdca; mlnet-lbfgs; binned-logistic"));

        var tried = fleet.State.Experiments;

        tried.Select(e => e.Trainer).ShouldBe(["mlnet-sdca", "mlnet-lbfgs", "binned-logistic"]);
        tried.ShouldAllBe(e => e.Failure == null && e.LogLoss < 0.69);
    }

    [Fact]
    public async Task The_world_is_told_what_was_tried_once_per_run()
    {
        await using var fleet = await RetrainedAsync(("Candidates", Three), ("MaxRefits", "0"));

        var told = fleet.Bus.Of<CandidatesTried>().Where(tried => tried.UpdateId != Seed).ShouldHaveSingleItem();

        (told.UpdateId, told.Trigger, told.Version).ShouldBe(("hits-5050", "performance", 2));
        told.Candidates.Count(candidate => candidate.Outcome == CandidateOutcomes.Won).ShouldBe(1);
        told.Candidates.Select(candidate => candidate.Settings).Distinct().ShouldBe(["", "l2=10", "leaves=4 trees=10"]);
        told.Reason.ShouldBe(fleet.State.Experiments.Single(e => e.Won && e.UpdateId != Seed).Reason);
    }

    [Fact]
    public void A_journal_of_before_is_still_read()
    {
        const string Before = """{"id":"e-1","updateId":"s","row":9,"trainer":"binned-logistic","parameters":{},"seed":1,"window":"all-recent","fromRow":0,"toRow":9,"rows":9,"holdoutRows":3,"accuracy":0.5,"logLoss":0.7,"auc":0.5,"won":true}""";

        var read = System.Text.Json.JsonSerializer.Deserialize<MonitoringDemo.Retraining.Train.Experiment>(Before, JournalEventTypes.Json)!;

        (read.Won, read.LogLoss, read.LogLossInterval, read.Work).ShouldBe((true, 0.7, null, null));
    }

    private static async Task<Fleet> RetrainedAsync(params (string Key, string Value)[] settings)
    {
        var fleet = await Fleet.StartAsync(Flips(), settings: [.. settings, ("DisabledResponses:0", DecisionActions.Replace)]);
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_050);
        await fleet.ServeAsync(2_500);
        return fleet;
    }
}
