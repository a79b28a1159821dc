using System.Runtime.CompilerServices;

namespace MonitoringDemo.Drift.Sequential;

/// <summary>Drift detection method: the error rate left its best level by several standard deviations.</summary>
/// <remarks>Takes 1 for an error and 0 for a right answer. Source: J. Gama et al., "Learning with Drift Detection", SBIA 2004.</remarks>
/// <param name="warmStart">Answers before it may speak.</param>
/// <param name="warningThreshold">Standard deviations that warn.</param>
/// <param name="driftThreshold">Standard deviations that count as drift.</param>
public sealed class Ddm(int warmStart = 30, double warningThreshold = 2, double driftThreshold = 3) : SequentialDetector
{
    private long _count;
    private double _rate;
    private double _minSum = double.PositiveInfinity;
    private double _minRate = double.PositiveInfinity;
    private double _minDeviation = double.PositiveInfinity;

    /// <summary>Creates the detector with its defaults.</summary>
    public Ddm()
        : this(30)
    {
    }

    /// <inheritdoc/>
    public override string Name => "ddm";

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected override void Take(double value)
    {
        _count++;
        _rate += 1.0 / _count * (value - _rate);
        if (_count <= warmStart)
            return;

        var deviation = Math.Sqrt(_rate * (1 - _rate) / _count);
        var sum = _rate + deviation;
        if (sum <= _minSum)
            (_minSum, _minRate, _minDeviation) = (sum, _rate, deviation);
        DriftDetected = sum > _minRate + driftThreshold * _minDeviation;
        WarningDetected = !DriftDetected && sum > _minRate + warningThreshold * _minDeviation;
    }

    /// <inheritdoc/>
    protected override void Clear() =>
        (_count, _rate, _minSum, _minRate, _minDeviation) = (0, 0, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        writer.Write(_count);
        writer.Write(_rate);
        writer.Write(_minSum);
        writer.Write(_minRate);
        writer.Write(_minDeviation);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader) =>
        (_count, _rate, _minSum, _minRate, _minDeviation) =
        (reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
}
