using System.Runtime.CompilerServices;

namespace MonitoringDemo.Drift.Sequential;

/// <summary>Page-Hinkley test: sums the deviations from the running mean and compares the sum with its extreme.</summary>
/// <remarks>Not free of scale: standardise the stream, or set delta and threshold in its unit. Source: E. S. Page, "Continuous Inspection Schemes", Biometrika 41 (1954).</remarks>
/// <param name="minInstances">Values before it may speak.</param>
/// <param name="delta">Deviation that is tolerated, in the unit of the stream.</param>
/// <param name="threshold">How far the sum must leave its extreme, in the unit of the stream.</param>
/// <param name="alpha">Factor at which the sums fade per value; 1 keeps everything.</param>
/// <param name="direction">Which way the mean has to move.</param>
public sealed class PageHinkley(
    int minInstances = 30,
    double delta = 0.005,
    double threshold = 50,
    double alpha = 0.9999,
    Direction direction = Direction.Both) : SequentialDetector
{
    private long _count;
    private double _mean;
    private double _increase;
    private double _decrease;
    private double _minIncrease = double.PositiveInfinity;
    private double _maxDecrease = -1;

    /// <summary>Creates the detector with its defaults.</summary>
    public PageHinkley()
        : this(30)
    {
    }

    /// <inheritdoc/>
    public override string Name => "page-hinkley";

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected override void Take(double value)
    {
        _count++;
        _mean += 1.0 / _count * (value - _mean);
        var deviation = value - _mean;
        _increase = alpha * _increase + deviation - delta;
        _decrease = alpha * _decrease + deviation + delta;
        if (_increase < _minIncrease) _minIncrease = _increase;
        if (_decrease > _maxDecrease) _maxDecrease = _decrease;
        DriftDetected = _count >= minInstances
            && ((direction != Direction.Down && _increase - _minIncrease > threshold)
                || (direction != Direction.Up && _maxDecrease - _decrease > threshold));
    }

    /// <inheritdoc/>
    protected override void Clear() =>
        (_count, _mean, _increase, _decrease, _minIncrease, _maxDecrease) = (0, 0, 0, 0, double.PositiveInfinity, -1);

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        writer.Write(_count);
        writer.Write(_mean);
        writer.Write(_increase);
        writer.Write(_decrease);
        writer.Write(_minIncrease);
        writer.Write(_maxDecrease);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader) =>
        (_count, _mean, _increase, _decrease, _minIncrease, _maxDecrease) =
        (reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
}
