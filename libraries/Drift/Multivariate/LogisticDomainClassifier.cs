using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Multivariate;

/// <summary>The area under the ROC curve of a model that tries to tell current rows from reference rows, with logistic regression: fast, sees features that moved, alone or in concert, but not a change of spread or of a correlation.</summary>
/// <remarks>
/// 0.5 when it cannot tell them apart, 1 when it always can. Five stratified folds in the order of the rows; each row is scored by
/// the model trained on the other folds. It has no p value; without drift the area spreads around 0.5 by about
/// √((n + m + 1) / 12 n m). Not computable with fewer than five complete rows on a side, or when no feature varies. Source:
/// D. Lopez-Paz and M. Oquab, "Revisiting classifier two-sample tests", ICLR 2017.
/// </remarks>
public sealed class LogisticDomainClassifier : IMultivariateTest
{
    /// <inheritdoc/>
    public string Name => "domain-classifier-logistic";

    /// <inheritdoc/>
    public double LeastPValue => double.NaN;

    /// <inheritdoc/>
    public TwoSampleResult Test(ReadOnlySpan<double> reference, ReadOnlySpan<double> current, int dimensions, ulong seed) =>
        Test(DomainClassifier.Numeric(dimensions), reference, current, seed);

    /// <summary>Compares rows that may hold categories as well.</summary>
    /// <param name="schema">Names the values of a row and their kinds.</param>
    /// <param name="reference">Rows from the past, row-major.</param>
    /// <param name="current">Rows to judge.</param>
    /// <param name="seed">Any randomness comes from here.</param>
    /// <exception cref="ArgumentException">The values do not make whole rows.</exception>
    public static TwoSampleResult Test(FeatureSchema schema, ReadOnlySpan<double> reference, ReadOnlySpan<double> current, ulong seed) =>
        DomainClassifier.Test(new LogisticRegressionTrainer(), schema, reference, current, seed);
}
