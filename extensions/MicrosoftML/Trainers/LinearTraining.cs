using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.MicrosoftML.Columns;
using MonitoringDemo.MicrosoftML.Models;

namespace MonitoringDemo.MicrosoftML.Trainers;

/// <summary>What the linear trainers share: the columns, and the weights back into the house's own model.</summary>
internal static class LinearTraining
{
    public static IModel Train(
        DataSet data, int minRows, ulong seed, Func<MLContext, IEstimator<BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>>> trainer)
    {
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
