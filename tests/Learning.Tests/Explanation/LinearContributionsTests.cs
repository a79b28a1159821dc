using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Numerics;
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

    [Fact]
    public void The_feature_that_decides_stands_out()
    {
        var model = (IExplainableModel)TrainerCatalog.Get("binned-logistic").Train(Problem.Textbook(2000, 2), Problem.Defaults, 0);
        var contributions = new double[4];

        model.Explain([2.0, 10.0, 2.0, 0.0], contributions);

        contributions[0].ShouldBeGreaterThan(1.5);
        Math.Abs(contributions[2]).ShouldBeLessThan(0.7);
    }
}
