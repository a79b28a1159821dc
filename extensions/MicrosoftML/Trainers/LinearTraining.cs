using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.MicrosoftML.Columns;
using MonitoringDemo.MicrosoftML.Models;

namespace MonitoringDemo.MicrosoftML.Trainers;

/// <summary>What the linear trainers share: parameters, the columns, and the weights back into the house's own model.</summary>
internal static class LinearTraining
{
    /// <summary>The weight of the penalty ½ |w|² beside the sum of the log losses.</summary>
    public static double Penalty(TrainerSettings settings) => settings.Number("l2", 1.0, 1e-6, 1e9);

    /// <summary>Reads the last parameter, refuses all that nobody asked for, and trains.</summary>
    /// <param name="trainer">Made when rows and parameters have been found good.</param>
    public static IModel Train(
        DataSet data, TrainerSettings settings, ulong seed, Func<MLContext, IEstimator<BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>>> trainer)
    {
        var minRows = settings.Whole("min-rows", 1, 1, 1_000_000);
        settings.RefuseOthers();
        TrainingRows.Check(data);
        var columns = LinearColumns.Learn(data, minRows);
        if (columns.Count == 0)
            return columns.Model(BaseRate.LogOdds(data), []);

        var learned = MlTraining.Fit(columns.Matrix(), seed, trainer).Model;
        var linear = learned.SubModel;
        var platt = learned.Calibrator;
        return columns.Model(
            -((platt.Slope * linear.Bias) + platt.Offset), [.. linear.Weights.Select(weight => -platt.Slope * weight)]);
    }
}
