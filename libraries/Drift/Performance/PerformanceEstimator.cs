using MonitoringDemo.Drift.Thresholds;
using MonitoringDemo.Learning.Calibration;

namespace MonitoringDemo.Drift.Performance;

/// <summary>
/// Estimates the performance of chunks without outcomes, and compares it with the performance that chunks of a reference, whose
/// outcomes are known, really had: mean ± 3 standard deviations, held within [0, 1].
/// </summary>
/// <remarks>See <see cref="PerformanceEstimates"/> for the method and its source. Chunks should be about as large as those of the reference.</remarks>
/// <example><code>
/// var calibrator = IsotonicCalibrator.Fit(scores, labels);
/// var estimator = new PerformanceEstimator(scores, labels, predicted, chunkSize: 500, calibrator);
/// foreach (var estimate in estimator.Estimate(newScores, newPredicted)) { /* estimate.IsAlert */ }
/// </code></example>
public sealed class PerformanceEstimator
{
    private static readonly PerformanceMetric[] Metrics = Enum.GetValues<PerformanceMetric>();

    private readonly ICalibrator? _calibrator;
    private readonly (double? Lower, double? Upper)[] _thresholds;
    private readonly double[] _errors;

    /// <summary>Learns thresholds and sampling errors from reference rows, in their order.</summary>
    /// <param name="scores">The model's score per row, in [0, 1].</param>
    /// <param name="labels">What came true per row, 0 or 1.</param>
    /// <param name="predicted">The class answered per row, 0 or 1.</param>
    /// <param name="chunkSize">Rows per reference chunk; a last incomplete chunk is a chunk as well. With fewer than two there are no thresholds.</param>
    /// <param name="calibrator">Makes scores probabilities; null when they already are.</param>
    /// <param name="thresholds">How thresholds are drawn; null for 3 standard deviations within [0, 1].</param>
    /// <exception cref="ArgumentException">No row, lengths that differ, or a score outside [0, 1].</exception>
    public PerformanceEstimator(
        ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels, ReadOnlySpan<byte> predicted, int chunkSize,
        ICalibrator? calibrator = null, DeviationThresholds? thresholds = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkSize, 1);
        if (scores.IsEmpty || labels.Length != scores.Length || predicted.Length != scores.Length)
            throw new ArgumentException($"{scores.Length} scores, {labels.Length} labels and {predicted.Length} answers: give at least one row, and one of each per row.", nameof(scores));
        foreach (var score in scores)
        {
            if (!(score >= 0 && score <= 1)) throw new ArgumentException(FormattableString.Invariant($"A score of the reference is {score}; leave out rows whose score is not between 0 and 1."), nameof(scores));
        }

        _calibrator = calibrator;
        _thresholds = new (double?, double?)[Metrics.Length];
        _errors = new double[Metrics.Length];
        thresholds ??= new DeviationThresholds(LowerLimit: 0, UpperLimit: 1);
        var chunks = new double[(scores.Length + chunkSize - 1) / chunkSize];
        foreach (var metric in Metrics)
        {
            for (var i = 0; i < chunks.Length; i++)
            {
                var rows = new Range(i * chunkSize, Math.Min((i + 1) * chunkSize, scores.Length));
                chunks[i] = PerformanceEstimates.Realise(metric, labels[rows], scores[rows], predicted[rows]);
            }

            // A single chunk has no spread: every other one would be an alert.
            if (chunks.Count(double.IsFinite) > 1) _thresholds[(int)metric] = thresholds.Of(chunks);
            _errors[(int)metric] = SamplingErrors.PerRow(metric, labels, scores, predicted);
        }
    }

    /// <summary>Estimates every metric of a chunk, in the order of <see cref="PerformanceMetric"/>.</summary>
    /// <param name="scores">The model's score per row; rows without a finite one are left out.</param>
    /// <param name="predicted">The class answered per row, 0 or 1.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public IReadOnlyList<EstimatedPerformance> Estimate(ReadOnlySpan<double> scores, ReadOnlySpan<byte> predicted)
    {
        var calibrated = new double[scores.Length];
        for (var i = 0; i < calibrated.Length; i++) calibrated[i] = _calibrator?.Calibrate(scores[i]) ?? scores[i];

        var rows = Math.Sqrt(calibrated.Count(double.IsFinite));
        var estimates = new EstimatedPerformance[Metrics.Length];
        foreach (var metric in Metrics)
        {
            var (lower, upper) = _thresholds[(int)metric];
            var value = PerformanceEstimates.Estimate(metric, calibrated, scores, predicted);
            estimates[(int)metric] = new EstimatedPerformance(metric, value, rows > 0 ? _errors[(int)metric] / rows : double.NaN, lower, upper);
        }

        return estimates;
    }
}
