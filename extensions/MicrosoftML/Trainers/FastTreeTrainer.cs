using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.MicrosoftML.Trainers;

/// <summary>ML.NET's FastTree (boosted trees, MART), on the bins of <c>gradient-boosting</c>; training needs its native library, scoring nothing.</summary>
/// <remarks>
/// A missing value stands behind the last bin of its feature, or in the middle one where training saw none missing;
/// categories are one-hot. The same rows give the same bytes, whatever the seed: nothing is drawn.
/// Parameters: <c>trees</c> (100), <c>leaves</c> (20; at most 64), <c>min-rows</c> (20) in a leaf, <c>rate</c> (0.1),
/// <c>bins</c> (254).
/// </remarks>
public sealed class FastTreeTrainer : IModelTrainer
{
    /// <inheritdoc/>
    public string Name => "mlnet-fasttree";

    /// <inheritdoc/>
    public string? Unavailable => TreeLibrary.WhyNoFastTree(RuntimeInformation.ProcessArchitecture, OperatingSystem.IsWindows());

    /// <inheritdoc/>
    public long Work(int rows, IReadOnlyDictionary<string, double> parameters) => TreeTraining.Work(rows, parameters);

    /// <inheritdoc/>
    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (Unavailable is { } why)
            throw new TrainingException(why);
        var settings = new TrainerSettings(Name, parameters);
        var options = new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = TreeTraining.Trees(settings),
            NumberOfLeaves = settings.Whole("leaves", 20, 2, 64),
            MinimumExampleCountPerLeaf = settings.Whole("min-rows", 20, 1, 1_000_000),
            LearningRate = settings.Number("rate", 0.1, 1e-4, 1.0),
            NumberOfThreads = 1,
            Seed = MlTraining.Seed(seed),
            FeatureSelectionSeed = MlTraining.Seed(seed),
            DiskTranspose = false,
        };
        return TreeTraining.Train(data, settings, seed, ml => ml.BinaryClassification.Trainers.FastTree(options));
    }
}
