using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Tests.Evaluate;

public sealed class GateTests
{
    private static readonly DataSet Rows = Draw(new World(20), 4_000);
    private static readonly DataSet Holdout = Draw(new World(21), 1_000);

    internal static DataSet Draw(World world, int count)
    {
        var rows = Enumerable.Range(0, count).Select(row => world.Next(row)).ToList();
        return new DataSet(World.Schema, [.. rows.SelectMany(row => row.Values)], [.. rows.Select(row => row.Label)], [.. Enumerable.Range(0, count).Select(row => (long)row)]);
    }

    private static DataSet Noisy(DataSet rows, double share)
    {
        var random = new Learning.Numerics.SplitMix64(31);
        return new DataSet(rows.Schema, rows.Values.ToArray(), [.. rows.Labels.ToArray().Select(label => random.NextDouble() < share ? (byte)(1 - label) : label)], rows.RowNumbers.ToArray());
    }

    private static IModel Train(int rows, string trainer = "binned-logistic") => TrainerCatalog.Get(trainer).Train(Rows.Slice(0, rows), new Dictionary<string, double>(), 1);

    private static IModel Plain(DataSet rows) => TrainerCatalog.Get("binned-logistic").Train(rows, new Dictionary<string, double> { ["min-rows"] = 5, ["bins"] = 5 }, 1);

    private static Candidate Candidate(IModel model, IModel champion, DataSet? holdout = null, int tried = 1) => new(model, model.ToArtifact(), (500, 500), champion, holdout ?? Holdout, tried, null);

    private static QualityGate Quality(double alpha = 0.05) => new(new JudgingOptions { QualityAlpha = alpha }, new PolicyOptions());

    [Fact]
    public void The_same_model_again_is_not_better()
    {
        Quality(0.02).Judge(Candidate(Train(4_000), Train(4_000))).Passed.ShouldBeFalse();
    }

    [Fact]
    public void A_model_of_far_more_rows_is_better()
    {
        Quality(0.02).Judge(Candidate(Train(4_000), Train(200))).Passed.ShouldBeTrue();
    }

    [Fact]
    public void Shuffled_labels_never_pass_quality()
    {
        Quality(0.02).Judge(Candidate(Train(4_000, "shuffled-labels"), Train(4_000))).Passed.ShouldBeFalse();
    }

    [Fact]
    public void What_training_anew_has_proven_counts_for_a_model_that_does_not_look_worse_itself()
    {
        var proof = new Proof(IsProvenBetter: true, 1_200, 0.01);

        var same = Quality(0.02).Judge(Candidate(Train(4_000), Train(4_000)) with { Proof = proof });
        var worse = Quality(0.02).Judge(Candidate(Train(200), Train(4_000)) with { Proof = proof });
        var trusted = Quality(0.02).Judge(Candidate(Train(4_000), Train(4_000)) with { Proof = proof with { IsProvenBetter = false } });
        var trustedAndWorse = Quality(0.02).Judge(Candidate(Train(200), Train(4_000)) with { Proof = proof with { IsProvenBetter = false } });

        (same.Passed, worse.Passed, trusted.Passed, trustedAndWorse.Passed).ShouldBe((true, false, true, false));
        worse.Evidence.ShouldContain("its own higher by");
    }

    [Fact]
    public void After_a_collapse_a_plain_model_of_few_rows_is_enough()
    {
        // The champion answers the opposite of what is right.
        var flipped = new World(23) { Weights = _ => [-1.5, -1, 1, -0.5] };
        var (champion, few) = (Plain(Draw(new World(21), 4_000)), Draw(flipped, 60));
        var candidate = Candidate(Plain(few.Slice(0, 45)), champion, few.Slice(45, 60)) with { TrainingLabels = (22, 23) };

        var collapsed = new Gates([new EnoughRowsGate(new JudgingOptions()), Quality()]).Judge(candidate with { Drop = 0.6 });
        var calm = new Gates([new EnoughRowsGate(new JudgingOptions()), Quality()]).Judge(candidate);

        collapsed.ShouldAllBe(result => result.Passed);
        calm.ShouldHaveSingleItem().Gate.ShouldBe("enough-rows");
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.3)]
    public void A_model_that_learned_noise_mends_nothing_of_the_fall_although_it_is_better_by_log_loss(double noise)
    {
        var noisy = Noisy(Draw(new World(20), 4_000), noise);
        var holdout = Noisy(Holdout, noise);
        var candidate = Candidate(TrainerCatalog.Get("binned-logistic").Train(noisy, new Dictionary<string, double>(), 1), Train(4_000), holdout) with { ToMend = noise * 0.6 };

        var byQuality = Quality().Judge(candidate);
        var byMending = new MendsGate(new JudgingOptions()).Judge(candidate);

        byQuality.Passed.ShouldBeTrue(byQuality.Evidence);
        byMending.Passed.ShouldBeFalse(byMending.Evidence);
        byMending.Evidence.ShouldContain("noisier");
    }

    [Fact]
    public void A_model_that_learned_the_new_concept_mends_the_fall()
    {
        var flipped = Draw(new World(23) { Weights = _ => [-1.5, -1, 1, -0.5] }, 3_000);
        var candidate = Candidate(Plain(flipped.Slice(0, 2_000)), Train(4_000), flipped.Slice(2_000, 3_000)) with { ToMend = 0.2 };

        var (passed, evidence) = new MendsGate(new JudgingOptions()).Judge(candidate);

        passed.ShouldBeTrue(evidence);
    }

    [Fact]
    public void Where_nothing_is_to_be_mended_mending_is_not_asked_for()
    {
        var candidate = Candidate(Train(4_000), Train(200));
        var gates = new Gates([new MendsGate(new JudgingOptions())]);

        gates.Judge(candidate with { ToMend = 0.2 }).ShouldHaveSingleItem().Gate.ShouldBe("mends");
        gates.Judge(candidate with { ToMend = 0.6 }).ShouldBeEmpty("after a collapse a dozen rows have to do");
        gates.Judge(candidate).ShouldBeEmpty();
    }

    [Fact]
    public void A_refit_only_has_to_look_better()
    {
        var better = Quality().Judge(Candidate(Train(4_000), Train(200), Holdout.Slice(0, 60)) with { IsRefit = true });
        var worse = Quality().Judge(Candidate(Train(200), Train(4_000)) with { IsRefit = true });

        (better.Passed, worse.Passed).ShouldBe((true, false));
    }

    [Fact]
    public void Too_few_rows_to_judge_on_fail_by_name()
    {
        var gates = new Gates([new EnoughRowsGate(new JudgingOptions()), new FiniteGate(), Quality(0.02)]);

        var results = gates.Judge(Candidate(Train(4_000), Train(200), Holdout.Slice(0, 50)));

        results.ShouldHaveSingleItem().ShouldSatisfyAllConditions(result => result.Gate.ShouldBe("enough-rows"), result => result.Passed.ShouldBeFalse());
    }

    [Fact]
    public void Better_on_the_whole_but_much_worse_for_one_group_is_refused_and_the_group_named()
    {
        // In group y the world is the other way round; the candidate never saw that group, the champion only that one.
        var world = new World(22) { Send = (_, values) => values[0] = values[4] == 1 ? -values[0] : values[0] };
        var rows = Draw(world, 4_000);
        IModel Learn(int group) => TrainerCatalog.Get("binned-logistic").Train(Only(rows, group), new Dictionary<string, double>(), 1);

        var (passed, evidence) = new SlicesGate().Judge(Candidate(Learn(0), Learn(1), Draw(world, 1_000)));

        passed.ShouldBeFalse();
        evidence.ShouldContain("group=y");
    }

    [Fact]
    public void A_model_reads_back_to_the_same_answers()
    {
        new FiniteGate().Judge(Candidate(Train(4_000), Train(200))).Passed.ShouldBeTrue();
    }

    [Fact]
    public void A_model_that_cannot_be_read_back_fails_and_says_why()
    {
        var unreadable = Candidate(Train(4_000), Train(200)) with { Artifact = "no model"u8.ToArray() };

        var (passed, evidence) = new FiniteGate().Judge(unreadable);

        passed.ShouldBeFalse();
        evidence.ShouldStartWith("it cannot be read back: ");
    }

    private static DataSet Only(DataSet rows, int group)
    {
        var of = Enumerable.Range(0, rows.Count).Where(i => rows.Row(i)[4] == group).ToList();
        return new DataSet(World.Schema, [.. of.SelectMany(i => rows.Row(i).ToArray())], [.. of.Select(i => rows.Labels[i])], [.. of.Select(i => (long)i)]);
    }
}
