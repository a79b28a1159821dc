using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.MicrosoftML.Models;

namespace MonitoringDemo.MicrosoftML.Trainers;

/// <summary>LightGBM (boosted trees, leaf by leaf) by ML.NET, on the bins of <c>gradient-boosting</c>; training needs its native library, scoring nothing.</summary>
/// <remarks>
/// Missing values and categories as for <see cref="FastTreeTrainer"/>. The same rows and seed give the same bytes: one thread, and a
/// fresh <see cref="MLContext"/> for every training, because above 65,536 rows LightGBM finds its bins in rows that it draws
/// with the context's own generator, so that a second training with one context gives another model.
/// Parameters: <c>trees</c> (100), <c>leaves</c> (20; at most 64), <c>min-rows</c> (20) in a leaf, <c>rate</c> (0.1),
/// <c>l2</c> (0.01), <c>bins</c> (254).
/// </remarks>
public sealed class LightGbmTrainer : IModelTrainer
{
    /// <inheritdoc/>
    public string Name => "mlnet-lightgbm";

    /// <inheritdoc/>
    public string? Unavailable => TreeLibrary.WhyNoLightGbm(RuntimeInformation.ProcessArchitecture);

    /// <inheritdoc/>
    public long Work(int rows, IReadOnlyDictionary<string, double> parameters) => TreeTraining.Work(rows, parameters);

    /// <inheritdoc/>
    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (Unavailable is { } why)
            throw new TrainingException(why);
        var settings = new TrainerSettings(Name, parameters);
        var options = new LightGbmBinaryTrainer.Options
        {
            NumberOfIterations = TreeTraining.Trees(settings),
            NumberOfLeaves = settings.Whole("leaves", 20, 2, 64),
            MinimumExampleCountPerLeaf = settings.Whole("min-rows", 20, 1, 1_000_000),
            LearningRate = settings.Number("rate", 0.1, 1e-4, 1.0),
            Booster = new GradientBooster.Options { L2Regularization = settings.Number("l2", 0.01, 0.0, 1e9) },
            UseCategoricalSplit = false,
            HandleMissingValue = false,
            NumberOfThreads = 1,
            Seed = MlTraining.Seed(seed),
        };
        try
        {
            return TreeTraining.Train(data, settings, seed, ml => ml.BinaryClassification.Trainers.LightGbm(options));
        }
        catch (ArgumentNullException e) when (e.ParamName == "items" && BaseRate.LogOdds(data) == 0.0)
        {
            // LightGBM found no split, and ML.NET cannot read its only tree, a leaf of 0: the base rate is all that was learned.
            return new BoostedModel(data.Schema, 0.0, []);
        }
    }
}
