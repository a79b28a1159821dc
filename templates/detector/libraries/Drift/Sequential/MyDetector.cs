using MonitoringDemo.Drift.Windows;

namespace MonitoringDemo.Drift.Sequential;

/// <summary>The mean of the newest values is too many standard errors from the mean of all before them.</summary>
/// <remarks>Replace the formula in <see cref="Take"/> by yours, and name its source here. It looks after each value: how seldom it is wrong is measured with <c>benchmarks/DetectionQuality</c>.</remarks>
/// <param name="newest">How many values are compared with those before.</param>
/// <param name="threshold">Standard errors from which on it is a drift; three quarters of it are a warning.</param>
public sealed class MyDetector(int newest = 100, double threshold = 5) : SequentialDetector
{
    private readonly Ring _newest = new(newest);
    private double _newestSum;
    private long _before;
    private double _sum;
    private double _squares;

    /// <summary>Creates the detector with its defaults.</summary>
    public MyDetector()
        : this(100)
    {
    }

    /// <inheritdoc/>
    public override string Name => "my-detector";

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        if (_newest.IsFull)
        {
            var old = _newest.Oldest;
            (_before, _sum, _squares) = (_before + 1, _sum + old, _squares + (old * old));
            _newestSum -= old;
        }

        _newest.Add(value);
        _newestSum += value;
        WarningDetected = false;
        if (_before < newest) return;

        var mean = _sum / _before;
        var variance = (_squares / _before) - (mean * mean);
        if (variance <= 0) return;

        var errors = Math.Abs((_newestSum / newest) - mean) / Math.Sqrt(variance / newest);
        DriftDetected = errors > threshold;
        WarningDetected = !DriftDetected && errors > 0.75 * threshold;
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        _newest.Clear();
        (_newestSum, _before, _sum, _squares) = (0, 0, 0, 0);
    }

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        _newest.Save(writer);
        writer.Write(_newestSum);
        writer.Write(_before);
        writer.Write(_sum);
        writer.Write(_squares);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader)
    {
        _newest.Restore(reader);
        (_newestSum, _before, _sum, _squares) = (reader.ReadDouble(), reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble());
    }
}
