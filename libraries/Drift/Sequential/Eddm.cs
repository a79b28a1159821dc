namespace MonitoringDemo.Drift.Sequential;

/// <summary>Early drift detection method: errors come closer together than they did at their farthest.</summary>
/// <remarks>Takes 1 for an error and 0 for a right answer. Source: M. Baena-García et al., "Early Drift Detection Method", IWKDDS 2006.</remarks>
/// <param name="warmStart">Answers, and errors, before it may speak.</param>
/// <param name="alpha">Share of the best level below which it warns.</param>
/// <param name="beta">Share of the best level below which it counts as drift.</param>
public sealed class Eddm(int warmStart = 30, double alpha = 0.95, double beta = 0.9) : SequentialDetector
{
    private RunningMoments _distances;
    private long _count;
    private long _lastError;
    private double _best;

    /// <summary>Creates the detector with its defaults.</summary>
    public Eddm()
        : this(30)
    {
    }

    /// <inheritdoc/>
    public override string Name => "eddm";

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        _count++;
        if (value == 0)
            return;

        _distances.Add(_count - _lastError);
        _lastError = _count;
        if (_count <= warmStart)
            return;

        var level = _distances.Mean + 2 * Math.Sqrt(_distances.Variance);
        if (level > _best)
        {
            _best = level;
        }
        else if (_distances.Count > warmStart)
        {
            var share = level / _best;
            if (share < beta)
                DriftDetected = true;
            else
                WarningDetected = share < alpha;
        }
    }

    /// <inheritdoc/>
    protected override void Clear() => (_distances, _count, _lastError, _best) = (default, 0, 0, 0);

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        _distances.Save(writer);
        writer.Write(_count);
        writer.Write(_lastError);
        writer.Write(_best);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader)
    {
        _distances = RunningMoments.Restore(reader);
        (_count, _lastError, _best) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadDouble());
    }
}
