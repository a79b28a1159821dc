using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Calibration;

/// <summary>Platt scaling: probability = 1 / (1 + e^−(slope × x + intercept)), x being the log-odds of the score. Two numbers, so a few hundred rows are enough.</summary>
/// <remarks>
/// The identity is slope 1 and intercept 0; a slope below 1 takes back overconfidence. Fitted by maximum likelihood with Platt's
/// smoothed targets, (n₁ + 1) / (n₁ + 2) for class 1 and 1 / (n₀ + 2) for class 0, by Newton's method: J. Platt, "Probabilistic
/// outputs for support vector machines", Advances in Large Margin Classifiers (1999); H.-T. Lin, C.-J. Lin, R. C. Weng,
/// "A note on Platt's probabilistic outputs", Machine Learning 68 (2007). Scores are kept 2^−52 away from 0 and 1.
/// </remarks>
public sealed class PlattCalibrator : ICalibrator
{
    internal const string Family = "platt";

    private const double Smallest = 2.220446049250313e-16;

    internal PlattCalibrator(double slope, double intercept) => (Slope, Intercept) = (slope, intercept);

    /// <inheritdoc/>
    public string Method => Family;

    /// <summary>What the log-odds of the score are multiplied by.</summary>
    public double Slope { get; }

    /// <summary>What is added to them.</summary>
    public double Intercept { get; }

    /// <summary>Fits on rows that the model has not seen.</summary>
    /// <param name="scores">The model's scores, in [0, 1].</param>
    /// <param name="labels">0 or 1 per row.</param>
    /// <exception cref="ArgumentException">No row, different lengths, a score outside [0, 1] or a label other than 0 and 1.</exception>
    public static PlattCalibrator Fit(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        CalibrationRows.Check(scores, labels);
        var logOdds = new double[scores.Length];
        for (var i = 0; i < logOdds.Length; i++)
            logOdds[i] = LogOdds(scores[i]);
        var (slope, intercept) = PlattFit.Of(logOdds, labels);
        return new PlattCalibrator(slope, intercept);
    }

    /// <inheritdoc/>
    public double Calibrate(double score) => double.IsNaN(score) ? score : Deterministic.Sigmoid((Slope * LogOdds(score)) + Intercept);

    /// <inheritdoc/>
    public byte[] ToArtifact() => CalibratorArtifact.Write(Family, writer =>
    {
        writer.WriteNumber("slope", Slope);
        writer.WriteNumber("intercept", Intercept);
    });

    private static double LogOdds(double score)
    {
        var p = Math.Clamp(score, Smallest, 1.0 - Smallest);
        return Deterministic.Log(p / (1.0 - p));
    }
}
