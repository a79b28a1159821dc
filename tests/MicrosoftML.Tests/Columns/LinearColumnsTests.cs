using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.MicrosoftML.Columns;

namespace MonitoringDemo.MicrosoftML.Tests.Columns;

public class LinearColumnsTests
{
    [Fact]
    public void Weights_of_columns_become_a_model_of_features()
    {
        var data = Problem.Textbook(500, 1);
        var columns = LinearColumns.Learn(data, 1);
        var random = new SplitMix64(2);
        var weights = Enumerable.Range(0, columns.Count).Select(_ => random.NextNormal()).ToArray();

        var model = columns.Model(0.3, weights);

        var matrix = columns.Matrix();
        for (var i = 0; i < data.Count; i++)
        {
            var row = matrix.Row(i).ToArray();
            var logOdds = 0.3 + row.Select((value, j) => value * weights[j]).Sum();
            model.Score(data.Row(i)).ShouldBe(Deterministic.Sigmoid(logOdds), 1e-6);
        }
    }

    [Fact]
    public void A_weight_that_is_no_number_makes_no_model()
    {
        var columns = LinearColumns.Learn(Problem.Textbook(100, 1), 1);
        var weights = new double[columns.Count];
        weights[2] = double.NaN;

        Should.Throw<TrainingException>(() => columns.Model(0, weights)).Message.ShouldContain("'l2'");
    }

    [Fact]
    public void Features_that_tell_no_rows_apart_have_no_column()
    {
        var data = Problem.Columns(10, 2, (_, column) => column == 0 ? double.NaN : 7.0);

        LinearColumns.Learn(data, 1).Count.ShouldBe(0);
    }
}
