using Microsoft.ML;
using Microsoft.ML.Trainers;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.MicrosoftML.Trainers;

/// <summary>ML.NET's logistic regression by L-BFGS, on the columns of <c>logistic-regression</c> and with its objective: Σ log loss + ½ l2 |w|².</summary>
/// <remarks>
/// Works in single precision. The seed is not used.
/// Parameters: <c>l2</c> (1; above 0), <c>min-rows</c> (1): categories with fewer training rows share one weight.
/// </remarks>
public sealed class LbfgsTrainer : IModelTrainer
{
    /// <inheritdoc/>
    public string Name => "mlnet-lbfgs";

    /// <inheritdoc/>
    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var settings = new TrainerSettings(Name, parameters);
        var options = new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = (float)LinearTraining.Penalty(settings),
            NumberOfThreads = 1,
        };
        return LinearTraining.Train(data, settings, seed, ml => ml.BinaryClassification.Trainers.LbfgsLogisticRegression(options));
    }
}
