using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.MicrosoftML.Columns;

namespace MonitoringDemo.MicrosoftML.Trainers;

/// <summary>
/// Runs one of ML.NET's trainers and hands back what it learned. Nothing is saved, loaded or scored by ML.NET, so no
/// temporary file, archive, assembly name or <c>PredictionEngine</c> comes into it.
/// </summary>
internal static class MlTraining
{
    public static BinaryPredictionTransformer<CalibratedModelParametersBase<TModel, PlattCalibrator>> Fit<TModel>(
        ColumnMatrix matrix, ulong seed, Func<MLContext, IEstimator<BinaryPredictionTransformer<CalibratedModelParametersBase<TModel, PlattCalibrator>>>> trainer)
        where TModel : class
    {
        var ml = new MLContext(Seed(seed));
        try
        {
            return trainer(ml).Fit(MlRow.View(ml, matrix));
        }
        catch (Exception e) when (Cause(e) is DllNotFoundException missing)
        {
            throw new TrainingException(Mend(missing), e);
        }
        catch (InvalidOperationException e)
        {
            throw new TrainingException($"ML.NET gave up on these rows: {e.Message}", e);
        }
    }

    /// <summary>ML.NET takes whole numbers for a seed, not negative.</summary>
    public static int Seed(ulong seed) => (int)(SplitMix64.Mix(seed, 0) >> 33);

    /// <summary>What a person can do about a native library that does not load: LightGBM's wants the OpenMP runtime, which no package brings.</summary>
    public static string Mend(DllNotFoundException missing) => missing.Message.Contains("libgomp", StringComparison.Ordinal)
        ? "LightGBM cannot train without libgomp.so.1: install it (Debian: libgomp1), or choose another trainer (Retraining:Candidates)."
        : $"ML.NET cannot train here; choose another trainer (Retraining:Candidates). {missing.Message.Split(". ")[0]}.";

    private static Exception Cause(Exception exception) => exception is AggregateException or TypeInitializationException && exception.InnerException is { } inner ? Cause(inner) : exception;
}
