using Microsoft.ML;
using Microsoft.ML.Trainers;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.MicrosoftML.Trainers;

/// <summary>ML.NET's logistic regression by stochastic dual coordinate ascent, on the columns of <c>logistic-regression</c>.</summary>
/// <remarks>
/// Minimises Σ log loss + ½ l2 (|w|² + bias²), approximately. One thread: with more, ML.NET's threads write over each other
/// and no two runs agree. The seed orders the rows.
/// Parameters: <c>l2</c> (1; above 0), <c>iterations</c> (100) over the rows at most, <c>tolerance</c> (0.001): the duality
/// gap, as a share of the loss, at which it stops; <c>min-rows</c> (1): categories with fewer training rows share one weight.
/// </remarks>
public sealed class SdcaTrainer : IModelTrainer
{
    /// <inheritdoc/>
    public string Name => "mlnet-sdca";

    /// <inheritdoc/>
    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var settings = new TrainerSettings(Name, parameters);
        var l2 = LinearTraining.Penalty(settings);
        var options = new SdcaLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0,
            MaximumNumberOfIterations = settings.Whole("iterations", 100, 1, 1_000_000),
            ConvergenceTolerance = (float)settings.Number("tolerance", 1e-3, 1e-7, 1.0),
            NumberOfThreads = 1,
        };
        return LinearTraining.Train(data, settings, seed, ml =>
        {
            // ML.NET's weight of the penalty is per row.
            options.L2Regularization = (float)(l2 / data.Count);
            return ml.BinaryClassification.Trainers.SdcaLogisticRegression(options);
        });
    }
}
