namespace MonitoringDemo.Drift.Sequential;

/// <summary>Shewhart chart: a single value too far from the centre that the first values of a run set.</summary>
/// <remarks>Source: W. A. Shewhart, "Economic Control of Quality of Manufactured Product" (1931).</remarks>
/// <param name="k">Width of the band, in standard deviations.</param>
/// <param name="minInstances">Values that set centre and deviation.</param>
/// <param name="direction">Which way a value has to stray.</param>
public sealed class Shewhart(double k = 3, int minInstances = 30, Direction direction = Direction.Both) : SequentialDetector
{
    private RunningMoments _moments;
    private double _center;
    private double _sigma;

    /// <summary>Creates the detector with its defaults.</summary>
    public Shewhart()
        : this(3)
    {
    }

    /// <inheritdoc/>
    public override string Name => "shewhart";

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        if (_moments.Count < minInstances)
        {
            _moments.Add(value);
            if (_moments.Count < minInstances)
                return;
            (_center, _sigma) = (_moments.Mean, Math.Sqrt(_moments.Variance));
        }

        var limit = k * _sigma;
        DriftDetected = (direction != Direction.Down && value - _center > limit) || (direction != Direction.Up && _center - value > limit);
    }

    /// <inheritdoc/>
    protected override void Clear() => (_moments, _center, _sigma) = (default, 0, 0);

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        _moments.Save(writer);
        writer.Write(_center);
        writer.Write(_sigma);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader)
    {
        _moments = RunningMoments.Restore(reader);
        (_center, _sigma) = (reader.ReadDouble(), reader.ReadDouble());
    }
}
