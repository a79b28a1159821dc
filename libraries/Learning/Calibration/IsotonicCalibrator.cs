namespace MonitoringDemo.Learning.Calibration;

/// <summary>Isotonic regression: the nondecreasing function of the score that fits the labels best, whatever its shape.</summary>
/// <remarks>
/// Pool-adjacent-violators, equal scores averaged first; between two knots a straight line, outside them the end values, as
/// scikit-learn's <c>IsotonicRegression(out_of_bounds="clip")</c>. Wants some thousand rows; with few,
/// <see cref="PlattCalibrator"/> overfits less. M. Ayer et al., "An empirical distribution function for sampling with
/// incomplete information", Annals of Mathematical Statistics 26 (1955); B. Zadrozny and C. Elkan, "Transforming classifier
/// scores into accurate multiclass probability estimates", KDD 2002.
/// </remarks>
public sealed class IsotonicCalibrator : ICalibrator
{
    internal const string Family = "isotonic";

    private readonly double[] _scores;
    private readonly double[] _values;

    internal IsotonicCalibrator(double[] scores, double[] values) => (_scores, _values) = (scores, values);

    /// <inheritdoc/>
    public string Method => Family;

    /// <summary>Ascending scores where the broken line has its knots.</summary>
    public IReadOnlyList<double> Scores => _scores;

    /// <summary>The probability at each knot, nondecreasing.</summary>
    public IReadOnlyList<double> Probabilities => _values;

    /// <summary>Fits on rows that the model has not seen.</summary>
    /// <param name="scores">The model's scores, in [0, 1].</param>
    /// <param name="labels">0 or 1 per row.</param>
    /// <exception cref="ArgumentException">No row, different lengths, a score outside [0, 1] or a label other than 0 and 1.</exception>
    public static IsotonicCalibrator Fit(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        CalibrationRows.Check(scores, labels);
        var (knots, values) = PoolAdjacentViolators.Fit(scores, labels);
        return new IsotonicCalibrator(knots, values);
    }

    /// <inheritdoc/>
    public double Calibrate(double score)
    {
        if (double.IsNaN(score))
            return score;
        if (score <= _scores[0])
            return _values[0];
        if (score >= _scores[^1])
            return _values[^1];

        var at = Array.BinarySearch(_scores, score);
        if (at >= 0)
            return _values[at];

        var above = ~at;
        var (x, y) = (_scores[above - 1], _values[above - 1]);
        // The share of the way first: it is below 1 however near the knots are, where a slope could overflow.
        return y + ((score - x) / (_scores[above] - x) * (_values[above] - y));
    }

    /// <inheritdoc/>
    public byte[] ToArtifact() => CalibratorArtifact.Write(Family, writer =>
    {
        writer.WriteStartArray("scores");
        foreach (var score in _scores)
            writer.WriteNumberValue(score);
        writer.WriteEndArray();
        writer.WriteStartArray("probabilities");
        foreach (var value in _values)
            writer.WriteNumberValue(value);
        writer.WriteEndArray();
    });
}
