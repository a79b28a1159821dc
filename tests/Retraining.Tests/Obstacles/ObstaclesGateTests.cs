using Microsoft.Extensions.Options;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Obstacles;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Retraining.Tests.Obstacles;

public sealed class ObstaclesGateTests : IDisposable
{
    private static readonly IModel Model = TrainerCatalog.Get("logistic-regression").Train(Draw(new World(20), 4_000), new Dictionary<string, double>(), 1);
    private static readonly DataSet Holdout = Draw(new World(21), 1_000);

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("""{ "kind": "accuracy", "leastAccuracy": 0.7 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "accuracy", "leastAccuracy": 0.95 }""", false, "failed: accuracy: 0.")]
    [InlineData("""{ "kind": "slice", "where": "group=y", "leastAccuracy": 0.7 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "slice", "where": "group=z", "leastAccuracy": 0.7 }""", false, "no held-out row is of the slice 'group=z'")]
    [InlineData("""{ "kind": "bias", "feature": "group", "leastRatio": 0.7 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "bias", "feature": "a", "leastRatio": 0.8 }""", false, "failed: bias by a: a below")]
    [InlineData("""{ "kind": "missing", "feature": "a", "mostPointsLost": 5 }""", false, "failed: a missing: ")]
    [InlineData("""{ "kind": "missing", "feature": "group", "mostPointsLost": 5 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "noise", "feature": "a", "mostPointsLost": 5 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "far", "feature": "a", "mostPointsLost": 5 }""", false, "failed: a far off: ")]
    [InlineData("""{ "kind": "unseen", "feature": "group", "mostPointsLost": 5 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "unseen", "feature": "a", "mostPointsLost": 5 }""", false, "'a' is a number, and a category is wanted")]
    [InlineData("""{ "kind": "unit", "feature": "group", "mostPointsLost": 5 }""", false, "'group' is a category, and a number is wanted")]
    [InlineData("""{ "kind": "swapped", "feature": "a", "with": "c", "mostPointsLost": 10 }""", false, "failed: a and c swapped: ")]
    [InlineData("""{ "kind": "direction", "feature": "a", "moves": "up", "mostShare": 0 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "direction", "feature": "c", "moves": "up", "mostShare": 0.5 }""", false, "of the rows go the other way, at most 0.500")]
    [InlineData("""{ "kind": "invariance", "feature": "group", "mostShare": 0.05 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "invariance", "feature": "a", "mostShare": 0.05 }""", false, "of the answers change")]
    [InlineData("""{ "kind": "size", "mostKilobytes": 100 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "size", "mostKilobytes": 0.1 }""", false, "kB, at most 0.1")]
    [InlineData("""{ "kind": "latency", "mostMicroseconds": 100000 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "latency", "mostMicroseconds": 0 }""", false, "microseconds a row, at most 0.0")]
    [InlineData("""{ "kind": "memory", "mostMegabytes": 5 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "memory", "mostMegabytes": 0.001 }""", false, "MB to load it, at most 0.0")]
    [InlineData("""{ "kind": "allocation", "mostBytes": 0.5 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "seed", "mostShare": 0 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "bootstrap", "mostShare": 0.2 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "bootstrap", "mostShare": 0 }""", false, "failed: rows drawn anew: 0.")]
    [InlineData("""{ "kind": "skew", "mostShare": 0 }""", true, "1 of 1 passed")]
    [InlineData("""{ "kind": "missing", "feature": "colour", "mostPointsLost": 5 }""", false, "there is no feature 'colour'")]
    public void Each_kind_passes_what_keeps_its_limit_and_fails_what_does_not(string obstacle, bool passes, string evidence)
    {
        var judged = Gate(obstacle).Judge(Candidate(Holdout));

        judged.Passed.ShouldBe(passes, judged.Evidence);
        judged.Evidence.ShouldContain(evidence);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_and_what_only_warns_stops_nothing()
    {
        var both = Gate("""{ "kind": "missing", "feature": "a", "mostPointsLost": 5 }, { "kind": "invariance", "feature": "a", "mostShare": 0.05 }""").Judge(Candidate(Holdout));
        var warned = Gate("""{ "kind": "missing", "feature": "a", "mostPointsLost": 5, "onFail": "warn" }, { "kind": "size", "mostKilobytes": 100 }""").Judge(Candidate(Holdout));

        both.Passed.ShouldBeFalse();
        both.Evidence.ShouldStartWith("0 of 2 passed; failed: a missing: ");
        both.Evidence.ShouldContain("; failed: a does not matter: ");
        warned.Passed.ShouldBeTrue();
        warned.Evidence.ShouldStartWith("1 of 2 passed; warned: a missing: ");
    }

    [Fact]
    public void What_chance_may_explain_warns()
    {
        var accuracy = (double)RowAnswers.Of(Model, Holdout).Right / Holdout.Count;

        var judged = Gate(FormattableString.Invariant($$"""{ "kind": "accuracy", "leastAccuracy": {{accuracy + 0.01:0.000}} }""")).Judge(Candidate(Holdout));

        judged.Passed.ShouldBeTrue();
        judged.Evidence.ShouldStartWith("0 of 1 passed; warned: accuracy: ");
    }

    [Fact]
    public void So_few_rows_as_after_a_collapse_are_not_asked()
    {
        var judged = Gate("""{ "kind": "size", "mostKilobytes": 0 }""").Judge(Candidate(Holdout.Slice(0, 60)));

        judged.ShouldBe((true, "not asked: 60 held-out rows, fewer than 100"));
    }

    [Fact]
    public async Task A_fleet_releases_nothing_that_fails_its_course_and_says_why()
    {
        var course = Write("""{ "kind": "size", "mostKilobytes": 0.01 }""");
        await using var fleet = await Fleet.StartAsync(new World(2) { Weights = row => row < 4_000 ? [1.5, 1, -1, 0.5] : [1.5, 1, 1, 0.5] }, settings: ("Obstacles", course));
        await fleet.ServeAsync(2_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, 4_000);

        await fleet.ServeAsync(2_000);

        fleet.State.Versions.Skip(1).Where(version => version.Gates.Any(gate => gate.Gate == "obstacles")).ShouldNotBeEmpty();
        fleet.State.Champion!.Version.ShouldBe(1);
        fleet.Decisions.ShouldContain(made => made.Gate == "obstacles" && made.Reason.Contains("failed: size: "));
    }

    [Fact]
    public void A_model_that_makes_garbage_for_each_row_fails()
    {
        var judged = Gate("""{ "kind": "allocation", "mostBytes": 0.5 }""").Judge(Candidate(Holdout) with { Model = new WastefulModel(Model) });

        judged.Passed.ShouldBeFalse();
        judged.Evidence.ShouldContain("bytes a row, at most 0.5");
    }

    [Fact]
    public void What_was_answered_otherwise_where_it_was_served_is_skew_and_rows_of_other_versions_are_not_compared()
    {
        var served = Evaluator.Score(Model, Holdout);
        for (var row = 0; row < 100; row++) served[row] = 1 - served[row];
        for (var row = 500; row < 1_000; row++) served[row] = double.NaN;

        var judged = Gate("""{ "kind": "skew", "mostShare": 0.1 }""").Judge(Candidate(Holdout) with { Served = served });

        judged.Passed.ShouldBeFalse();
        judged.Evidence.ShouldContain("0.200 of 500 rows got another score where they were served");
    }

    [Fact]
    public void In_lockstep_no_clock_is_asked()
    {
        var course = Write("""{ "kind": "latency", "mostMicroseconds": 0 }, { "kind": "size", "mostKilobytes": 100 }""");
        var gate = new ObstaclesGate(new ObstacleOptions { Obstacles = course }, pumping: Options.Create(new PumpOptions { Lockstep = true }));

        gate.Judge(Candidate(Holdout)).ShouldBe((true, "1 of 1 passed"));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void The_first_model_is_tried_by_one_that_did_not_learn_the_rows_and_has_to_pass_only_where_that_is_said(bool mustPass, bool passes)
    {
        var gate = new ObstaclesGate(new ObstacleOptions { Obstacles = Write("""{ "kind": "accuracy", "leastAccuracy": 0.7 }"""), FirstModelMustPass = mustPass });
        var first = Candidate(Holdout) with { Champion = null, StandIn = new WastefulModel(Model, answers: 0.5) };

        var judged = gate.Judge(first);

        gate.JudgesTheFirst.ShouldBeTrue();
        judged.Passed.ShouldBe(passes);
        judged.Evidence.ShouldContain("failed: accuracy: 0.");
    }

    [Fact]
    public async Task A_fleet_tells_what_its_first_model_fails_and_serves_it()
    {
        await using var fleet = await Fleet.StartAsync(new World(2), settings: ("Obstacles", Write("""{ "kind": "seed", "mostShare": 0 }, { "kind": "skew", "mostShare": 0 }, { "kind": "size", "mostKilobytes": 0.01 }""")));

        var gate = fleet.State.Version(1).Gates.Single(judged => judged.Gate == "obstacles");

        gate.Passed.ShouldBeTrue();
        gate.Evidence.ShouldStartWith("the first model, which nothing could replace, serves whatever it fails: 2 of 3 passed; failed: size: ");
    }

    [Fact]
    public async Task A_course_that_cannot_be_read_is_refused_at_the_start()
    {
        var course = Write("""{ "kind": "luck" }""");

        var refused = await Should.ThrowAsync<OptionsValidationException>(() => Fleet.StartAsync(new World(2), settings: ("Obstacles", course)));

        refused.Message.ShouldContain("Retraining:Obstacles: ");
        refused.Message.ShouldContain("kind is 'luck'");
    }

    private static DataSet Draw(World world, int count)
    {
        var rows = Enumerable.Range(0, count).Select(row => world.Next(row)).ToList();
        return new DataSet(World.Schema, [.. rows.SelectMany(row => row.Values)], [.. rows.Select(row => row.Label)], [.. Enumerable.Range(0, count).Select(row => (long)row)]);
    }

    private static Candidate Candidate(DataSet holdout) => new(Model, Model.ToArtifact(), (500, 500), Model, holdout, 1, null)
    {
        // Other rows of the same world are what rows drawn anew stand for.
        TrainAgain = (seed, redraws) => TrainerCatalog.Get("logistic-regression").Train(redraws ? Draw(new World(seed), 4_000) : Draw(new World(20), 4_000), new Dictionary<string, double>(), seed),
    };

    private ObstaclesGate Gate(string obstacles) => new(new ObstacleOptions { Obstacles = Write(obstacles) });

    private string Write(string obstacles)
    {
        File.WriteAllText(_path, $$"""{ "obstacles": [{{obstacles}}] }""");
        return _path;
    }
}
