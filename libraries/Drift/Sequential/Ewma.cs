namespace MonitoringDemo.Drift.Sequential;

/// <summary>Exponentially weighted moving average chart around the running mean.</summary>
/// <remarks>Source: S. W. Roberts, "Control Chart Tests Based on Geometric Moving Averages", Technometrics 1 (1959).</remarks>
/// <param name="alpha">Weight of the newest value, in (0, 1].</param>
/// <param name="threshold">Width of the band, in standard deviations of the average.</param>
/// <param name="minInstances">Values before it may speak.</param>
/// <param name="direction">Which way the mean has to move.</param>
public sealed class Ewma(double alpha = 0.1, double threshold = 4, int minInstances = 30, Direction direction = Direction.Both)
    : SequentialDetector
{
    private long _count;
    private double _mean;
    private double _average;
    private double _squares;
    private double _decay = 1;

    /// <summary>Creates the detector with its defaults.</summary>
    public Ewma()
        : this(0.1)
    {
    }

    /// <inheritdoc/>
    public override string Name => "ewma";

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        _count++;
        _mean += 1.0 / _count * (value - _mean);
        _average = _count == 1 ? value : alpha * value + (1 - alpha) * _average;
        _squares = _count == 1 ? value * value : alpha * (value * value) + (1 - alpha) * _squares;
        _decay *= (1 - alpha) * (1 - alpha);
        if (_count < minInstances)
            return;

        var variance = Math.Max(0, _squares - _average * _average);
        // The floor keeps a constant, of which both means differ by rounding alone, from being news.
        var bound = Math.Max(threshold * Math.Sqrt(variance) * Math.Sqrt(alpha / (2 - alpha) * (1 - _decay)), 1e-12 * Math.Abs(_average));
        DriftDetected = (direction != Direction.Down && _average - _mean > bound)
            || (direction != Direction.Up && _mean - _average > bound);
    }

    /// <inheritdoc/>
    protected override void Clear() => (_count, _mean, _average, _squares, _decay) = (0, 0, 0, 0, 1);

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        writer.Write(_count);
        writer.Write(_mean);
        writer.Write(_average);
        writer.Write(_squares);
        writer.Write(_decay);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader) =>
        (_count, _mean, _average, _squares, _decay) =
        (reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
}
