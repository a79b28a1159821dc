using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Tests.Trainers;

namespace MonitoringDemo.MicrosoftML.Tests.Trainers;

public class ExplanationTests
{
    [Theory]
    [MemberData(nameof(TrainersHere.Names), MemberType = typeof(TrainersHere))]
    public void Contributions_sum_to_the_score(string name)
    {
        var data = Problem.Textbook(600, 51);
        var model = (IExplainableModel)TrainersHere.Get(name).Train(data, Problem.Defaults, 1);
        var contributions = new double[data.Schema.Count];

        for (var i = 0; i < 50; i++)
        {
            var logOdds = model.Explain(data.Row(i), contributions) + contributions.Sum();

            Deterministic.Sigmoid(logOdds).ShouldBe(model.Score(data.Row(i)), 1e-9);
        }
    }
}
