using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.MicrosoftML.Columns;
using MonitoringDemo.MicrosoftML.Models;

namespace MonitoringDemo.MicrosoftML.Trainers;

/// <summary>What the tree trainers share: parameters, the columns, and the trees back into the house's own model.</summary>
internal static class TreeTraining
{
    private const int DefaultTrees = 100;
    private const int MostTrees = 10_000;

    public static int Trees(TrainerSettings settings) => settings.Whole("trees", DefaultTrees, 1, MostTrees);

    /// <inheritdoc cref="IModelTrainer.Work"/>
    public static long Work(int rows, IReadOnlyDictionary<string, double> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return rows * (long)Math.Clamp(parameters.GetValueOrDefault("trees", DefaultTrees), 1.0, MostTrees);
    }

    /// <summary>Reads the last parameter, refuses all that nobody asked for, and trains.</summary>
    /// <param name="trainer">Made when rows and parameters have been found good.</param>
    public static IModel Train<TTrees>(
        DataSet data, TrainerSettings settings, ulong seed, Func<MLContext, IEstimator<BinaryPredictionTransformer<CalibratedModelParametersBase<TTrees, PlattCalibrator>>>> trainer)
        where TTrees : TreeEnsembleModelParametersBasedOnRegressionTree
    {
        // One bin fewer than the trainers can tell apart: missing values need theirs.
        var bins = settings.Whole("bins", 254, 2, 254);
        settings.RefuseOthers();
        TrainingRows.Check(data);
        var columns = TreeColumns.Learn(data, bins);
        if (columns.Count == 0)
            return columns.Model(BaseRate.LogOdds(data), 1, []);

        var learned = MlTraining.Fit(columns.Matrix(), seed, trainer).Model;
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
