using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.MicrosoftML.Columns;
using MonitoringDemo.MicrosoftML.Models;

namespace MonitoringDemo.MicrosoftML.Trainers;

/// <summary>ML.NET's FastTree (boosted trees, MART), on the bins of <c>gradient-boosting</c>; training needs its native library, scoring nothing.</summary>
/// <remarks>
/// A missing value stands behind the last bin of its feature, or in the middle one where training saw none missing;
/// categories are one-hot. The seed is not used: nothing is drawn.
/// Parameters: <c>trees</c> (100), <c>leaves</c> (20; at most 64), <c>min-rows</c> (20) in a leaf, <c>rate</c> (0.1),
/// <c>bins</c> (254).
/// </remarks>
public sealed class FastTreeTrainer : IModelTrainer
{
    private const int DefaultTrees = 100;
    private const int MostTrees = 10_000;

    /// <inheritdoc/>
    public string Name => "mlnet-fasttree";

    /// <inheritdoc/>
    public long Work(int rows, IReadOnlyDictionary<string, double> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return rows * (long)Math.Clamp(parameters.GetValueOrDefault("trees", DefaultTrees), 1.0, MostTrees);
    }

    /// <inheritdoc/>
    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var settings = new TrainerSettings(Name, parameters);
        var options = new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = settings.Whole("trees", DefaultTrees, 1, MostTrees),
            NumberOfLeaves = settings.Whole("leaves", 20, 2, 64),
            MinimumExampleCountPerLeaf = settings.Whole("min-rows", 20, 1, 1_000_000),
            LearningRate = settings.Number("rate", 0.1, 1e-4, 1.0),
            NumberOfThreads = 1,
            Seed = MlTraining.Seed(seed),
            FeatureSelectionSeed = MlTraining.Seed(seed),
            DiskTranspose = false,
        };

        // One bin fewer than FastTree can tell apart: missing values need theirs.
        var bins = settings.Whole("bins", 254, 2, 254);
        settings.RefuseOthers();
        TrainingRows.Check(data);
        var columns = TreeColumns.Learn(data, bins);
        if (columns.Count == 0)
            return columns.Model(BaseRate.LogOdds(data), 1, []);

        var learned = MlTraining.Fit(columns.Matrix(), seed, ml => ml.BinaryClassification.Trainers.FastTree(options)).Model;
        return Model(data, columns, learned.SubModel.TrainedTreeEnsemble, learned.Calibrator.Slope, learned.Calibrator.Offset);
    }

    private static IModel Model(DataSet data, TreeColumns columns, RegressionTreeEnsemble ensemble, double slope, double offset)
    {
        // Weights are folded into the leaves; a tree without a split adds nothing.
        LearnedTree[] trees =
        [
            .. ensemble.Trees.Zip(ensemble.TreeWeights).Where(pair => pair.First.NumberOfNodes > 0).Select(pair => new LearnedTree(
                pair.First.NumericalSplitFeatureIndexes, pair.First.NumericalSplitThresholds, pair.First.LeftChild, pair.First.RightChild,
                [.. pair.First.LeafValues.Select(value => pair.Second * value)])),
        ];

        // FastTree starts from even odds and has no intercept: without a single split it would give every row one half.
        return trees.Length == 0
            ? columns.Model(BaseRate.LogOdds(data), 1, [])
            : columns.Model(-((slope * ensemble.Bias) + offset), -slope, trees);
    }
}
