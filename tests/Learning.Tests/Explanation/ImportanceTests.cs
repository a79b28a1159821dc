using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Explanation;

/// <summary>Global importance, split importance and permutation importance of the same problem: x0 decides most, the noise nothing.</summary>
public class ImportanceTests
{
    private static readonly DataSet Training = Problem.Textbook(2000, 31);
    private static readonly DataSet Later = Problem.Textbook(1000, 32);

    [Theory]
    [InlineData("binned-logistic", false)]
    [InlineData("logistic-regression", false)]
    [InlineData("gradient-boosting", false)]
    [InlineData("binned-logistic", true)]
    public void Shares_sum_to_one_and_rank_what_decides_above_the_noise(string trainer, bool foreign)
    {
        var model = TrainerCatalog.Get(trainer).Train(Training, Problem.Defaults, 0);

        var shares = GlobalImportance.Of(foreign ? new Foreign(model) : model, Later.Values);

        shares.Sum().ShouldBe(1.0, 1e-12);
        shares[0].ShouldBe(shares.Max());
        shares[2].ShouldBe(shares.Min());
        shares[2].ShouldBeLessThan(0.15);
    }

    [Fact]
    public void Mean_contributions_are_those_of_the_rows()
    {
        var model = (IExplainableModel)TrainerCatalog.Get("gradient-boosting").Train(Training, Problem.Defaults, 0);
        var (own, sums) = (new double[4], new double[4]);
        for (var i = 0; i < 50; i++)
        {
            model.Explain(Later.Row(i), own);
            for (var j = 0; j < 4; j++)
                sums[j] += Math.Abs(own[j]);
        }

        var means = GlobalImportance.MeanContributions(model, Later.Slice(0, 50).Values);

        for (var j = 0; j < 4; j++)
            means[j].ShouldBe(sums[j] / 50, 1e-12);
    }

    [Fact]
    public void A_model_that_leans_on_nothing_leans_on_all_alike()
    {
        var constant = TrainerCatalog.Get("gradient-boosting").Train(Problem.Columns(200, 4, (_, _) => 1.0), Problem.Defaults, 0);

        GlobalImportance.Of(constant, new double[40]).ShouldBe([0.25, 0.25, 0.25, 0.25]);
    }

    [Fact]
    public void Without_whole_rows_nothing_is_measured()
    {
        var model = TrainerCatalog.Get("binned-logistic").Train(Training, Problem.Defaults, 0);

        Should.Throw<ArgumentException>(() => GlobalImportance.Of(model, [])).Message.ShouldContain("at least one row");
        Should.Throw<ArgumentException>(() => GlobalImportance.Of(model, new double[5])).Message.ShouldContain("whole rows of 4");
    }

    [Fact]
    public void Splits_are_counted_with_their_rows_and_with_what_they_explain()
    {
        var model = TrainerCatalog.Get("gradient-boosting").Train(Training, new Dictionary<string, double> { ["trees"] = 30 }, 0);

        var importance = SplitImportance.Of(model).ShouldNotBeNull();

        importance.Splits.Sum().ShouldBe(30 * 30);
        importance.Cover.Sum().ShouldBe(1.0, 1e-12);
        importance.Gain.Sum().ShouldBe(1.0, 1e-12);
        importance.Gain[0].ShouldBe(importance.Gain.Max());
        importance.Gain[2].ShouldBe(importance.Gain.Min());
        SplitImportance.Of(TrainerCatalog.Get("binned-logistic").Train(Training, Problem.Defaults, 0)).ShouldBeNull();
    }

    [Theory]
    [InlineData("binned-logistic")]
    [InlineData("gradient-boosting")]
    public void Shuffling_what_decides_costs_accuracy_and_shuffling_noise_does_not(string trainer)
    {
        var model = TrainerCatalog.Get(trainer).Train(Training, Problem.Defaults, 0);

        var falls = PermutationImportance.Of(model, Later, result => result.Accuracy, 5, 7);

        falls.Select(fall => fall.Feature).ShouldBe(["x0", "x1", "noise", "key"]);
        falls[0].Mean.ShouldBe(falls.Max(fall => fall.Mean));
        falls[0].Mean.ShouldBeGreaterThan(0.1);
        falls[0].Mean.ShouldBeGreaterThan(10 * falls[0].StandardError);
        falls[0].StandardError.ShouldBeGreaterThan(0);
        Math.Abs(falls[2].Mean).ShouldBeLessThan(0.02);
    }

    [Fact]
    public void The_same_seed_shuffles_alike_and_one_repeat_has_no_error_to_tell()
    {
        var model = TrainerCatalog.Get("binned-logistic").Train(Training, Problem.Defaults, 0);

        var first = PermutationImportance.Of(model, Later, result => -result.LogLoss, 3, 1);

        PermutationImportance.Of(model, Later, result => -result.LogLoss, 3, 1).ShouldBe(first);
        PermutationImportance.Of(model, Later, result => -result.LogLoss, 3, 2).ShouldNotBe(first);
        Should.Throw<ArgumentOutOfRangeException>(() => PermutationImportance.Of(model, Later, result => result.Auc, 1, 1));
    }

    /// <summary>A model that cannot be looked into.</summary>
    private sealed class Foreign(IModel model) : IModel
    {
        public string Algorithm => "foreign";

        public FeatureSchema Schema => model.Schema;

        public double Score(ReadOnlySpan<double> row) => model.Score(row);

        public void Score(ReadOnlySpan<double> rows, Span<double> scores) => model.Score(rows, scores);

        public byte[] ToArtifact() => throw new NotSupportedException();
    }
}
