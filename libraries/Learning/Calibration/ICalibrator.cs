namespace MonitoringDemo.Learning.Calibration;

/// <summary>
/// Turns a model's score into a probability that can be taken at its word: of the rows calibrated to 0.7, about 70 % are of
/// class 1. Immutable, thread-safe, the same bits on every machine.
/// </summary>
/// <remarks>Fit it on rows that the model was not trained on, the newest ones there are; then it holds for the rows that come.</remarks>
public interface ICalibrator
{
    /// <summary>The family, for instance <c>isotonic</c>.</summary>
    string Method { get; }

    /// <summary>The calibrated probability of class 1, in [0, 1]; NaN for NaN. A larger score never gets a smaller probability, save under a <see cref="PlattCalibrator"/> of negative slope.</summary>
    /// <param name="score">What <see cref="IModel.Score(ReadOnlySpan{double})"/> answered.</param>
    double Calibrate(double score);

    /// <summary>The canonical bytes: the same calibrator gives the same bytes. Read back with <see cref="CalibratorArtifact.Read"/>.</summary>
    byte[] ToArtifact();
}
