using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Multiclass;

/// <summary>What the house's own trainers keep with more than two classes.</summary>
public class ClassTrainersTests
{
    private static readonly double[] Awkward = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, -1e300, double.Epsilon, 0, -0.0, 4, 1e9];

    public static TheoryData<string> All => [.. TrainerCatalog.Find().Select(trainer => trainer.Name)];

    public static TheoryData<string> Serious => [.. TrainerCatalog.Find().Where(trainer => !trainer.IsDrill).Select(trainer => trainer.Name)];

    [Theory]
    [MemberData(nameof(Serious))]
    public void It_learns_four_corners(string name)
    {
        var model = Train(name, Problem.Corners(3000, 1));

        var result = Evaluator.Evaluate(model, Problem.Corners(3000, 2));

        result.Accuracy.ShouldBeGreaterThan(0.69);
        result.MacroF1.ShouldBeGreaterThan(0.69);
        result.LogLoss.ShouldBeLessThan(0.95);
        result.Auc.ShouldBeGreaterThan(0.6);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Probabilities_are_finite_sum_to_1_and_the_score_is_the_largest_with_its_class(string name)
    {
        var model = Train(name, Problem.Corners(600, 3));
        var probabilities = new double[4];

        foreach (var x0 in Awkward)
        {
            foreach (var x1 in Awkward)
            {
                double[] row = [x0, x1, x0, x1];
                model.Probabilities(row, probabilities);
                var score = model.Score(row);
                model.Schema.Task.IsScore(score).ShouldBeTrue();
                probabilities.Sum().ShouldBe(1.0, 1e-12);
                probabilities.Min().ShouldBeGreaterThanOrEqualTo(0.0);
                probabilities[model.Schema.Task.Decide(score)].ShouldBe(probabilities.Max());
                ClassAnswer.ProbabilityOf(score).ShouldBe(probabilities.Max(), 1e-12);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_rows_give_the_same_bytes_which_give_the_same_scores(string name)
    {
        var data = Problem.Corners(500, 4);
        var model = Train(name, data);

        var read = ModelArtifact.Read(model.ToArtifact());

        read.ToArtifact().ShouldBe(Train(name, data).ToArtifact());
        read.Schema.Task.ClassNames.ShouldBe(data.Schema.Task.ClassNames);
        Evaluator.Score(read, data).ShouldBe(Evaluator.Score(model, data));
    }

    [Theory]
    [MemberData(nameof(Serious))]
    public void A_class_that_training_did_not_see_is_given_little_and_does_no_harm(string name)
    {
        var data = Problem.Corners(800, 5);
        var labels = data.Labels.ToArray();
        for (var i = 0; i < labels.Length; i++)
            labels[i] = labels[i] == 2 ? (byte)1 : labels[i];
        var without = new DataSet(data.Schema, data.Values.ToArray(), labels, data.RowNumbers.ToArray());
        var probabilities = new double[4];

        var model = Train(name, without);

        for (var i = 0; i < data.Count; i++)
        {
            model.Probabilities(data.Row(i), probabilities);
            probabilities[2].ShouldBeLessThan(0.05);
        }

        Evaluator.Evaluate(model, without).Accuracy.ShouldBeGreaterThan(0.7);
    }

    [Theory]
    [MemberData(nameof(Serious))]
    public void Contributions_and_base_sum_to_the_answered_class_against_the_mean_of_all(string name)
    {
        var data = Problem.Corners(500, 6);
        var model = (IExplainableModel)Train(name, data);
        var (contributions, probabilities) = (new double[4], new double[4]);

        for (var i = 0; i < 40; i++)
        {
            var sum = model.Explain(data.Row(i), contributions) + contributions.Sum();
            model.Probabilities(data.Row(i), probabilities);
            sum.ShouldBe(Math.Log(probabilities.Max()) - probabilities.Average(Math.Log), 1e-8);
        }
    }

    [Theory]
    [MemberData(nameof(Serious))]
    public void The_loss_is_shared_among_features_without_rest_and_noise_carries_none_of_it(string name)
    {
        var model = (IExplainableModel)Train(name, Problem.Corners(2000, 7));
        var rows = Problem.Corners(1000, 8);

        var loss = LossAttribution.Of(model, rows);

        loss.MeanLoss.ShouldBe(Evaluator.Evaluate(model, rows).LogLoss, 1e-9);
        (loss.BaseLoss + loss.Features.Sum()).ShouldBe(loss.MeanLoss, 1e-6);
        loss.Features[0].ShouldBeLessThan(-0.1);
        Math.Abs(loss.Features[2]).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Early_stopping_needs_fewer_rounds_than_it_may_take()
    {
        var trainer = TrainerCatalog.Get("gradient-boosting");
        var settings = new Dictionary<string, double> { ["trees"] = 200, ["rate"] = 0.3, ["validation-share"] = 0.2 };

        var stopped = trainer.Train(Problem.Corners(800, 9), settings, 1);

        var whole = trainer.Train(Problem.Corners(800, 9), new Dictionary<string, double> { ["trees"] = 200, ["rate"] = 0.3 }, 1);
        stopped.ToArtifact().Length.ShouldBeLessThan(whole.ToArtifact().Length / 2);
        Evaluator.Evaluate(stopped, Problem.Corners(2000, 10)).LogLoss.ShouldBeLessThan(Evaluator.Evaluate(whole, Problem.Corners(2000, 10)).LogLoss);
    }

    [Fact]
    public void One_class_alone_and_a_label_beyond_the_classes_are_refused_with_the_mend()
    {
        var data = Problem.Corners(100, 11);
        DataSet With(byte label) => new(data.Schema, data.Values.ToArray(), [.. Enumerable.Repeat(label, 100)], data.RowNumbers.ToArray());

        var alone = Should.Throw<TrainingException>(() => Train("binned-logistic", With(2)));
        var beyond = Should.Throw<TrainingException>(() => Train("gradient-boosting", With(4)));

        alone.Message.ShouldContain("'south'");
        beyond.Message.ShouldContain("coded 0 to 3");
    }

    private static IModel Train(string name, DataSet data) => TrainerCatalog.Get(name).Train(data, Problem.Defaults, 0);
}
