namespace MonitoringDemo.Drift.Sequential;

/// <summary>EWMA concept drift detection: a chart of errors whose limits keep a chosen run length.</summary>
/// <remarks>
/// Takes 1 for an error and 0 for a right answer. The limits are the published polynomials of the error rate for weight
/// 0.2. Source: G. J. Ross et al., "Exponentially Weighted Moving Average Charts for Detecting Concept Drift", Pattern
/// Recognition Letters 33 (2012).
/// </remarks>
/// <param name="lambda">Weight of the newest value, in (0, 1].</param>
/// <param name="averageRunLength">Mean number of answers to a false alarm: 100, 400 or 1000.</param>
/// <param name="warningLevel">Share of the limit that warns.</param>
/// <param name="minInstances">Answers before it may speak.</param>
public sealed class Ecdd(double lambda = 0.2, int averageRunLength = 400, double warningLevel = 0.5, int minInstances = 30)
    : SequentialDetector
{
    private long _count;
    private double _rate;
    private double _average;
    private double _decay = 1;

    /// <summary>Creates the detector with its defaults.</summary>
    public Ecdd()
        : this(0.2)
    {
    }

    /// <inheritdoc/>
    public override string Name => "ecdd";

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        _count++;
        _rate += 1.0 / _count * (value - _rate);
        _average = (1 - lambda) * _average + lambda * value;
        _decay *= (1 - lambda) * (1 - lambda);
        if (_count < minInstances)
            return;

        var deviation = Math.Sqrt(_rate * (1 - _rate)) * Math.Sqrt(lambda / (2 - lambda) * (1 - _decay));
        var limit = Limit(_rate) * deviation;
        DriftDetected = _average > _rate + limit;
        WarningDetected = !DriftDetected && _average > _rate + warningLevel * limit;
    }

    /// <inheritdoc/>
    protected override void Clear() => (_count, _rate, _average, _decay) = (0, 0, 0, 1);

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        writer.Write(_count);
        writer.Write(_rate);
        writer.Write(_average);
        writer.Write(_decay);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader) =>
        (_count, _rate, _average, _decay) = (reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());

    private double Limit(double p)
    {
        var (p3, p5, p7) = (p * p * p, p * p * p * p * p, p * p * p * p * p * p * p);
        return averageRunLength switch
        {
            100 => 2.76 - 6.23 * p + 18.12 * p3 - 312.45 * p5 + 1002.18 * p7,
            400 => 3.97 - 6.56 * p + 48.73 * p3 - 330.13 * p5 + 848.18 * p7,
            1000 => 1.17 + 7.56 * p - 21.24 * p3 + 112.12 * p5 - 987.23 * p7,
            _ => throw new InvalidOperationException($"Limits are published for a run length of 100, 400 or 1000, not {averageRunLength}."),
        };
    }
}
