using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Multiclass;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Logistic;

/// <summary>L2-penalised logistic regression on standardised inputs, the textbook model.</summary>
/// <remarks>
/// <para>
/// Numeric features are standardised by the training rows' mean and deviation; a missing value counts as the mean and, where
/// training saw one, has a weight of its own; categories are one-hot. The objective is Σ log loss + ½ l2 |w|², the
/// intercept free: with <c>l2</c> = 1 that of scikit-learn's <c>LogisticRegression(C=1)</c>, and its coefficients come out.
/// Minimised by L-BFGS (MathNet.Numerics), then by Newton steps until no component of the mean gradient exceeds 1e-10.
/// The seed is not used.
/// </para>
/// Parameters: <c>l2</c> (1; above 0), <c>min-rows</c> (1): categories with fewer training rows share one weight.
/// </remarks>
public sealed class LogisticRegressionTrainer : IModelTrainer
{
    internal const string Algorithm = "logistic-regression";

    private const double Tolerance = 1e-10;

    /// <inheritdoc/>
    public string Name => Algorithm;

    /// <inheritdoc/>
    public IModel Train(DataSet data, IReadOnlyDictionary<string, double> parameters, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var settings = new TrainerSettings(Name, parameters);
        var l2 = settings.Number("l2", 1.0, 1e-6, 1e9);
        var minRows = settings.Whole("min-rows", 1, 1, 1_000_000);
        settings.RefuseOthers();
        ArgumentNullException.ThrowIfNull(data);
        if (data.Schema.Task.Classes > 2)
            return TrainClasses(data, minRows, l2);
        TrainingRows.Check(data);

        var encoder = StandardEncoder.Learn(data, minRows);
        var problem = new LogisticProblem(encoder.Design(data), data.Labels.ToArray(), l2);
        var weights = LimitedMemoryBfgs.Minimise(problem);
        NewtonMethod.Minimise(problem, weights, Tolerance);
        return new AdditiveModel(Name, data.Schema, weights[0], encoder.Terms(data, weights));
    }

    private SoftmaxModel TrainClasses(DataSet data, int minRows, double l2)
    {
        var rows = TrainingRows.CountClasses(data);
        var encoder = StandardEncoder.Learn(data, minRows);
        return SoftmaxFit.Of(Name, data, rows, encoder.Design(data), (l2, 0.0, null), Tolerance, weights => encoder.Terms(data, weights));
    }
}
