namespace MonitoringDemo.Drift.Sequential;

/// <summary>Cumulative sum chart around a mean and a deviation that the first values of a run set.</summary>
/// <remarks>Free of scale. Source: E. S. Page, "Continuous Inspection Schemes", Biometrika 41 (1954).</remarks>
/// <param name="minInstances">Values that set the reference.</param>
/// <param name="slack">Deviation that is tolerated, in standard deviations.</param>
/// <param name="threshold">Height of the sum that counts, in standard deviations.</param>
/// <param name="direction">Which way the mean has to move.</param>
public sealed class Cusum(int minInstances = 30, double slack = 0.5, double threshold = 5, Direction direction = Direction.Both)
    : SequentialDetector
{
    private RunningMoments _moments;
    private double _reference;
    private double _sigma;
    private double _high;
    private double _low;

    /// <summary>Creates the detector with its defaults.</summary>
    public Cusum()
        : this(30)
    {
    }

    /// <inheritdoc/>
    public override string Name => "cusum";

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        _moments.Add(value);
        if (_moments.Count < minInstances)
            return;
        if (_moments.Count == minInstances)
            (_reference, _sigma) = (_moments.Mean, Math.Sqrt(_moments.Variance));

        var deviation = value - _reference;
        _high = Math.Max(0, _high + deviation - slack * _sigma);
        _low = Math.Max(0, _low - deviation - slack * _sigma);
        var limit = threshold * _sigma;
        DriftDetected = (direction != Direction.Down && _high > limit) || (direction != Direction.Up && _low > limit);
    }

    /// <inheritdoc/>
    protected override void Clear() => (_moments, _reference, _sigma, _high, _low) = (default, 0, 0, 0, 0);

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        _moments.Save(writer);
        writer.Write(_reference);
        writer.Write(_sigma);
        writer.Write(_high);
        writer.Write(_low);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader)
    {
        _moments = RunningMoments.Restore(reader);
        (_reference, _sigma, _high, _low) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
    }
}
