using System.Numerics;
using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Explanation;

public class LinearContributionsTests
{
    [Theory]
    [InlineData("logistic-regression")]
    [InlineData("binned-logistic")]
    public void They_sum_to_the_log_odds_and_average_to_nought(string trainer)
    {
        var data = Problem.Textbook(500, 1);
        var model = (IExplainableModel)TrainerCatalog.Get(trainer).Train(data, Problem.Defaults, 0);
        var (contributions, sums) = (new double[4], new double[4]);

        for (var i = 0; i < data.Count; i++)
        {
            var logOdds = model.Explain(data.Row(i), contributions) + contributions.Sum();
            Deterministic.Sigmoid(logOdds).ShouldBe(model.Score(data.Row(i)), 1e-12);
            for (var j = 0; j < 4; j++)
                sums[j] += contributions[j];
        }

        sums.ShouldAllBe(sum => Math.Abs(sum) < 1e-9);
    }

    [Theory]
    [InlineData("logistic-regression")]
    [InlineData("binned-logistic")]
    public void They_are_the_Shapley_values_counted_over_every_subset_of_features(string trainer)
    {
        var data = Problem.Textbook(200, 3);
        var model = (AdditiveModel)TrainerCatalog.Get(trainer).Train(data, Problem.Defaults, 0);
        var contributions = new double[4];
        double[][] rows = [.. Enumerable.Range(0, 8).Select(i => data.Row(i).ToArray()), [double.NaN, 1e300, double.NegativeInfinity, double.NaN], [0, 0, 0, 3], [0.5, 9, -1, 4]];

        foreach (var row in rows)
        {
            var start = model.Explain(row, contributions);

            double[] worth = [.. Enumerable.Range(0, 16).Select(known => Expectation(model, data, row, known))];
            var within = 1e-11 * worth.Max(Math.Abs);
            start.ShouldBe(worth[0], within);
            for (var feature = 0; feature < 4; feature++)
                contributions[feature].ShouldBe(Shapley(worth, feature), within);
        }
    }

    [Fact]
    public void The_feature_that_decides_stands_out()
    {
        var model = (IExplainableModel)TrainerCatalog.Get("binned-logistic").Train(Problem.Textbook(2000, 2), Problem.Defaults, 0);
        var contributions = new double[4];

        model.Explain([2.0, 10.0, 2.0, 0.0], contributions);

        contributions[0].ShouldBeGreaterThan(1.5);
        Math.Abs(contributions[2]).ShouldBeLessThan(0.7);
    }

    // What the model says on average when some features are the row's and the others those of the training rows.
    private static double Expectation(AdditiveModel model, DataSet data, double[] row, int known)
    {
        var scorer = new AdditiveScorer(model.Intercept, [.. model.Terms]);
        var (mixed, sum) = (new double[4], 0.0);
        for (var i = 0; i < data.Count; i++)
        {
            for (var j = 0; j < 4; j++)
                mixed[j] = (known >> j & 1) == 1 ? row[j] : data.Row(i)[j];
            sum += scorer.LogOdds(mixed);
        }

        return sum / data.Count;
    }

    private static double Shapley(double[] worth, int feature)
    {
        // size! (3 − size)! / 4! for each size of a subset without the feature.
        double[] weights = [6 / 24.0, 2 / 24.0, 2 / 24.0, 6 / 24.0];
        return Enumerable.Range(0, worth.Length).Where(known => (known >> feature & 1) == 0)
            .Sum(known => weights[BitOperations.PopCount((uint)known)] * (worth[known | (1 << feature)] - worth[known]));
    }
}
