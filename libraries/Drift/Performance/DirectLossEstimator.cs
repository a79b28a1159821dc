using MonitoringDemo.Drift.Multivariate;
using MonitoringDemo.Drift.Thresholds;

namespace MonitoringDemo.Drift.Performance;

/// <summary>
/// Direct loss estimation (DLE): a second model learns on a reference how wrong a regression is on which rows, and says how wrong
/// it must be expected to be on rows whose outcomes are not known.
/// </summary>
/// <remarks>
/// The loss of a row is regressed on its features and the prediction by least squares; the estimate is the mean of
/// max(0, predicted loss). Thresholds are mean ± 3 standard deviations (ddof 0) of what the reference's chunks really lost, the
/// lower one not below 0. Rows with a missing value (NaN, infinity) are left out. As with
/// <see cref="PerformanceEstimates"/>, a change of the inputs is seen, a change of what they mean is not. Numeric features only.
/// Source: NannyML's documentation, "Direct loss estimation". Its realised root mean squared error takes the root twice; ours once.
/// </remarks>
public sealed class DirectLossEstimator
{
    private readonly LossMetric _metric;
    private readonly int _dimensions;
    private readonly LeastSquares _model;
    private readonly double _errorPerRow;
    private readonly double? _lower, _upper;

    /// <summary>Learns from reference rows, in their order.</summary>
    /// <param name="metric">The loss to estimate.</param>
    /// <param name="features">Row-major; what the loss may depend on.</param>
    /// <param name="predictions">The regression's prediction per row.</param>
    /// <param name="targets">What came true per row.</param>
    /// <param name="chunkSize">Rows per reference chunk. With fewer than two chunks there are no thresholds.</param>
    /// <param name="thresholds">How thresholds are drawn; null for 3 standard deviations, not below 0.</param>
    /// <exception cref="ArgumentException">No complete row, or lengths that disagree.</exception>
    public DirectLossEstimator(
        LossMetric metric, ReadOnlySpan<double> features, ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, int chunkSize, DeviationThresholds? thresholds = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkSize, 1);
        if (predictions.IsEmpty || targets.Length != predictions.Length || features.Length % predictions.Length != 0)
            throw new ArgumentException($"{features.Length} features, {predictions.Length} predictions and {targets.Length} targets: give at least one row, and as many features for each.", nameof(features));

        (_metric, _dimensions) = (metric, features.Length / predictions.Length);
        var rows = CompleteRows.Of(Joined(features, predictions, targets), _dimensions + 2);
        if (rows.Count == 0) throw new ArgumentException("Every row of the reference has a missing value; give at least one that has none.", nameof(features));

        var losses = new double[rows.Count];
        for (var i = 0; i < losses.Length; i++) losses[i] = Loss(rows.Row(i)[^2] - rows.Row(i)[^1]);
        _model = LeastSquares.Fit(Inputs(rows), losses);

        double[] chunks = [.. losses.Chunk(chunkSize).Select(chunk => Figure(chunk.Average()))];
        if (chunks.Length > 1) (_lower, _upper) = (thresholds ?? new DeviationThresholds(LowerLimit: 0)).Of(chunks);
        var mean = losses.Average();
        var spread = Math.Sqrt(losses.Sum(loss => (loss - mean) * (loss - mean)) / losses.Length);
        _errorPerRow = metric == LossMetric.RootMeanSquaredError ? spread / (2 * Math.Sqrt(mean)) : spread;
    }

    /// <summary>Estimates the loss of a chunk.</summary>
    /// <param name="features">Row-major, as many per row as in the reference.</param>
    /// <param name="predictions">The regression's prediction per row.</param>
    /// <exception cref="ArgumentException">The lengths disagree.</exception>
    public EstimatedLoss Estimate(ReadOnlySpan<double> features, ReadOnlySpan<double> predictions)
    {
        if (features.Length != predictions.Length * _dimensions)
            throw new ArgumentException($"{features.Length} features for {predictions.Length} predictions: a row has {_dimensions}.", nameof(features));

        var rows = CompleteRows.Of(Joined(features, predictions, new double[predictions.Length]), _dimensions + 2);
        if (rows.Count == 0) return new EstimatedLoss(double.NaN, double.NaN, _lower, _upper);

        var sum = 0.0;
        for (var i = 0; i < rows.Count; i++) sum += Math.Max(0, _model.Predict(rows.Row(i)[..^1]));
        return new EstimatedLoss(Figure(sum / rows.Count), _errorPerRow / Math.Sqrt(rows.Count), _lower, _upper);
    }

    private double Loss(double difference) => _metric == LossMetric.MeanAbsoluteError ? Math.Abs(difference) : difference * difference;

    private double Figure(double meanLoss) => _metric == LossMetric.RootMeanSquaredError ? Math.Sqrt(meanLoss) : meanLoss;

    // Features, prediction and target of a row side by side, so that a row is complete or left out as a whole.
    private double[] Joined(ReadOnlySpan<double> features, ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets)
    {
        var width = _dimensions + 2;
        var rows = new double[predictions.Length * width];
        for (var i = 0; i < predictions.Length; i++)
        {
            features.Slice(i * _dimensions, _dimensions).CopyTo(rows.AsSpan(i * width));
            (rows[i * width + _dimensions], rows[i * width + _dimensions + 1]) = (predictions[i], targets[i]);
        }

        return rows;
    }

    private static CompleteRows Inputs(CompleteRows rows)
    {
        var width = rows.Dimensions - 1;
        var inputs = new double[rows.Count * width];
        for (var i = 0; i < rows.Count; i++) rows.Row(i)[..width].CopyTo(inputs.AsSpan(i * width));
        return CompleteRows.Of(inputs, width);
    }
}
