using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.MicrosoftML.Columns;
using MonitoringDemo.MicrosoftML.Trainers;

namespace MonitoringDemo.MicrosoftML.Tests.Trainers;

/// <summary>What is carried over scores as ML.NET itself does, and learns what it ought to.</summary>
public class ParityTests
{
    private readonly DataSet _data = Problem.Textbook(1500, 31);

    [Fact]
    public void FastTree_scores_as_ML_NET_does()
    {
        var options = new FastTreeBinaryTrainer.Options { LearningRate = 0.1, MinimumExampleCountPerLeaf = 20, NumberOfThreads = 1 };
        var matrix = TreeColumns.Learn(_data, 254).Matrix();
        Assert.SkipWhen(new FastTreeTrainer().Unavailable is not null, new FastTreeTrainer().Unavailable ?? "");

        var model = new FastTreeTrainer().Train(_data, Problem.Defaults, 5);

        ShouldScoreAlike(model, MlTraining.Fit(matrix, 5, ml => ml.BinaryClassification.Trainers.FastTree(options)), matrix);
    }

    [Fact]
    public void Sdca_scores_as_ML_NET_does()
    {
        var options = new SdcaLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = (float)(1.0 / 1500),
            MaximumNumberOfIterations = 100,
            ConvergenceTolerance = 1e-3f,
            NumberOfThreads = 1,
        };
        var matrix = LinearColumns.Learn(_data, 1).Matrix();

        var model = new SdcaTrainer().Train(_data, Problem.Defaults, 5);

        ShouldScoreAlike(model, MlTraining.Fit(matrix, 5, ml => ml.BinaryClassification.Trainers.SdcaLogisticRegression(options)), matrix);
    }

    [Fact]
    public void Lbfgs_scores_as_ML_NET_does()
    {
        var options = new LbfgsLogisticRegressionBinaryTrainer.Options { L1Regularization = 0, L2Regularization = 1, NumberOfThreads = 1 };
        var matrix = LinearColumns.Learn(_data, 1).Matrix();

        var model = new LbfgsTrainer().Train(_data, Problem.Defaults, 5);

        ShouldScoreAlike(model, MlTraining.Fit(matrix, 5, ml => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(options)), matrix);
    }

    private void ShouldScoreAlike(IModel model, ITransformer transformer, ColumnMatrix matrix)
    {
        var ml = new MLContext(0);
        var theirs = transformer.Transform(MlRow.View(ml, matrix)).GetColumn<float>("Probability").ToArray();

        theirs.Length.ShouldBe(_data.Count);
        for (var i = 0; i < theirs.Length; i++)
            model.Score(_data.Row(i)).ShouldBe(theirs[i], 1e-6);
    }
}
