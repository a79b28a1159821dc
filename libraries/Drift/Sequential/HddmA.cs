namespace MonitoringDemo.Drift.Sequential;

/// <summary>Hoeffding drift detection on plain averages: the mean since a cut point left the mean before it.</summary>
/// <remarks>Takes values in [0, 1]. Source: I. Frías-Blanco et al., "Online and Non-Parametric Drift Detection Methods Based on Hoeffding's Bounds", IEEE TKDE 27 (2015).</remarks>
/// <param name="driftConfidence">Probability of a false alarm of one comparison.</param>
/// <param name="warningConfidence">The same for a warning; larger.</param>
/// <param name="twoSided">Whether a fall counts as well.</param>
public sealed class HddmA(double driftConfidence = 0.001, double warningConfidence = 0.005, bool twoSided = false) : SequentialDetector
{
    private readonly double _logDrift = Math.Log(1 / driftConfidence);
    private long _count;
    private double _sum;
    private long _minCount;
    private double _minSum;
    private long _maxCount;
    private double _maxSum;

    /// <summary>Creates the detector with its defaults.</summary>
    public HddmA()
        : this(0.001)
    {
    }

    /// <inheritdoc/>
    public override string Name => "hddm-a";

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        _count++;
        _sum += value;
        if (_minCount == 0)
            (_minCount, _minSum) = (_count, _sum);
        if (_maxCount == 0)
            (_maxCount, _maxSum) = (_count, _sum);

        var mean = _sum / _count;
        var bound = Math.Sqrt(1.0 / (2 * _count) * _logDrift);
        if (_minSum / _minCount + Math.Sqrt(1.0 / (2 * _minCount) * _logDrift) >= mean + bound)
            (_minCount, _minSum) = (_count, _sum);
        if (_maxSum / _maxCount - Math.Sqrt(1.0 / (2 * _maxCount) * _logDrift) <= mean - bound)
            (_maxCount, _maxSum) = (_count, _sum);

        if (Rose(driftConfidence))
            (DriftDetected, WarningDetected) = (true, false);
        else
            WarningDetected = Rose(warningConfidence);
        if (!twoSided)
            return;
        if (Fell(driftConfidence))
            DriftDetected = true;
        else
            WarningDetected |= Fell(warningConfidence);
    }

    /// <inheritdoc/>
    protected override void Clear() => (_count, _sum, _minCount, _minSum, _maxCount, _maxSum) = (0, 0, 0, 0, 0, 0);

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        writer.Write(_count);
        writer.Write(_sum);
        writer.Write(_minCount);
        writer.Write(_minSum);
        writer.Write(_maxCount);
        writer.Write(_maxSum);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader) =>
        (_count, _sum, _minCount, _minSum, _maxCount, _maxSum) =
        (reader.ReadInt64(), reader.ReadDouble(), reader.ReadInt64(), reader.ReadDouble(), reader.ReadInt64(), reader.ReadDouble());

    private bool Rose(double confidence) =>
        _minCount != _count && _sum / _count - _minSum / _minCount >= Bound(_minCount, confidence);

    private bool Fell(double confidence) =>
        _maxCount != _count && _maxSum / _maxCount - _sum / _count >= Bound(_maxCount, confidence);

    private double Bound(long cut, double confidence)
    {
        var m = (double)(_count - cut) / cut * (1.0 / _count);
        return Math.Sqrt(m / 2 * Math.Log(2 / confidence));
    }
}
