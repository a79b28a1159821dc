using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.MicrosoftML.Columns;
using MonitoringDemo.MicrosoftML.Trainers;

namespace MonitoringDemo.MicrosoftML.Tests.Trainers;

public class LightGbmTrainerTests
{
    [Fact]
    public void LightGBM_scores_as_ML_NET_does()
    {
        var data = Problem.Textbook(1500, 31);
        var matrix = TreeColumns.Learn(data, 254).Matrix();
        var options = new LightGbmBinaryTrainer.Options
        {
            NumberOfIterations = 100,
            NumberOfLeaves = 20,
            MinimumExampleCountPerLeaf = 20,
            LearningRate = 0.1,
            UseCategoricalSplit = false,
            HandleMissingValue = false,
            NumberOfThreads = 1,
            Seed = MlTraining.Seed(5),
        };

        var model = new LightGbmTrainer().Train(data, Problem.Defaults, 5);

        var theirs = MlTraining.Fit(matrix, 5, ml => ml.BinaryClassification.Trainers.LightGbm(options))
            .Transform(MlRow.View(new MLContext(0), matrix)).GetColumn<float>("Probability").ToArray();
        for (var i = 0; i < data.Count; i++)
            model.Score(data.Row(i)).ShouldBe(theirs[i], 1e-6);
    }

    [Fact]
    public void Above_65536_rows_a_second_training_gives_the_same_bytes_too()
    {
        var random = new SplitMix64(71);
        var data = Problem.Columns(70_000, 3, (row, column) => random.NextNormal() + (column == 0 ? row % 2 : 0));
        var settings = new Dictionary<string, double> { ["trees"] = 10 };

        var first = new LightGbmTrainer().Train(data, settings, 3).ToArtifact();
        var second = new LightGbmTrainer().Train(data, settings, 3).ToArtifact();

        second.ShouldBe(first);
    }

    [Theory]
    [InlineData(0, 0.75)]
    [InlineData(1, 0.5)]
    public void Rows_too_few_for_a_tree_give_the_base_rate(int zeros, double rate)
    {
        var data = Problem.Rows(Problem.Numeric(1), [1, 2, 3, 4], [0, (byte)(1 - zeros), 1, 1]);

        var model = new LightGbmTrainer().Train(data, Problem.Defaults, 0);

        model.Score([2.5]).ShouldBe(rate, 1e-6);
    }
}
