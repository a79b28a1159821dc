using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Explanation;

public class LossAttributionTests
{
    private static readonly double[] Truth = [0.5, 1.5, -1.0, 1.0, 0.0];

    public static TheoryData<string, int> TrainersAndFeatures() => new(
        from trainer in (string[])["binned-logistic", "logistic-regression", "gradient-boosting"]
        from feature in Enumerable.Range(1, 3)
        select (trainer, feature));

    [Theory]
    [InlineData("binned-logistic")]
    [InlineData("gradient-boosting")]
    public void Base_and_features_sum_to_the_mean_log_loss(string trainer)
    {
        var (model, later) = (Train(trainer), World(500, 2, Truth));

        var attribution = LossAttribution.Of(model, later);

        attribution.MeanLoss.ShouldBe(Evaluator.Evaluate(model, later).LogLoss, 1e-12);
        (attribution.BaseLoss + attribution.Features.Sum()).ShouldBe(attribution.MeanLoss, 1e-12);
        attribution.Features[1].ShouldBeLessThan(-0.05, "what is known of a good feature lowers the loss");
        Math.Abs(attribution.Features[4]).ShouldBeLessThan(0.02, "noise does not");
    }

    [Theory]
    [MemberData(nameof(TrainersAndFeatures))]
    public void The_feature_whose_meaning_flips_ranks_first(string trainer, int flipped)
    {
        var model = Train(trainer);
        double[] otherwise = [.. Truth.Select((weight, i) => i == flipped ? -weight : weight)];

        var change = LossChange.Between(LossAttribution.Of(model, World(1000, 2, Truth)), LossAttribution.Of(model, World(1000, 3, otherwise)));

        change.Features[0].Feature.ShouldBe($"x{flipped}");
        change.Features[0].Share.ShouldBeGreaterThan(0.5);
        change.Features[0].Change.ShouldBeGreaterThan(5 * change.Features[0].StandardError);
        (change.Base + change.Features.Sum(feature => feature.Change)).ShouldBe(change.Total, 1e-12);
        change.Features.Sum(feature => feature.Share).ShouldBeLessThanOrEqualTo(1 + 1e-12);
    }

    [Fact]
    public void The_feature_whose_unit_changes_ranks_first()
    {
        var model = Train("logistic-regression");

        var change = LossChange.Between(LossAttribution.Of(model, World(1000, 2, Truth)), LossAttribution.Of(model, World(1000, 3, Truth, scaled: 2)));

        change.Features[0].Feature.ShouldBe("x2");
        change.Features[0].Share.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Where_nothing_changes_no_feature_stands_out()
    {
        var model = Train("binned-logistic");

        var change = LossChange.Between(LossAttribution.Of(model, World(1000, 2, Truth)), LossAttribution.Of(model, World(1000, 3, Truth)));

        change.Features.ShouldAllBe(feature => feature.Change < 4 * feature.StandardError);
        Math.Abs(change.Total).ShouldBeLessThan(0.05);
    }

    [Fact]
    public void More_labels_of_one_class_are_no_feature_s_doing()
    {
        var constant = (IExplainableModel)TrainerCatalog.Get("binned-logistic").Train(Problem.Columns(900, 1, (_, _) => 1.0), Problem.Defaults, 0);
        DataSet Labelled(Func<int, int> label) => Problem.Rows(Problem.Numeric(1), new double[100], [.. Enumerable.Range(0, 100).Select(i => (byte)label(i))]);

        var change = LossChange.Between(LossAttribution.Of(constant, Labelled(i => i % 2)), LossAttribution.Of(constant, Labelled(_ => 1)));

        change.Base.ShouldBe(change.Total, 1e-15);
        change.Features.Single().ShouldBe(new FeatureLossChange("x0", 0.0, 0.0, 0.0));
    }

    [Fact]
    public void Without_rows_or_between_different_features_nothing_is_said()
    {
        var model = Train("binned-logistic");
        var other = (IExplainableModel)TrainerCatalog.Get("binned-logistic").Train(Problem.Textbook(300, 1), Problem.Defaults, 0);

        Should.Throw<ArgumentException>(() => LossAttribution.Of(model, World(5, 1, Truth).Slice(0, 0))).Message.ShouldContain("no rows");
        Should.Throw<ArgumentException>(() => LossChange.Between(LossAttribution.Of(model, World(50, 1, Truth)), LossAttribution.Of(other, Problem.Textbook(50, 1))))
            .Message.ShouldContain("same model");
    }

    private static IExplainableModel Train(string trainer) => (IExplainableModel)TrainerCatalog.Get(trainer).Train(World(3000, 1, Truth), Problem.Defaults, 0);

    private static DataSet World(int rows, ulong seed, double[] weights, int scaled = -1)
    {
        var random = new SplitMix64(seed);
        var (values, labels) = (new double[rows * weights.Length], new byte[rows]);
        for (var i = 0; i < rows; i++)
        {
            var logOdds = 0.0;
            for (var j = 0; j < weights.Length; j++)
            {
                var value = random.NextNormal();
                logOdds += weights[j] * value;
                values[(i * weights.Length) + j] = j == scaled ? 10 * value : value;
            }

            labels[i] = random.NextDouble() < Deterministic.Sigmoid(logOdds) ? (byte)1 : (byte)0;
        }

        return Problem.Rows(Problem.Numeric(weights.Length), values, labels);
    }
}
