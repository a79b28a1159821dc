using MathNet.Numerics;
using MonitoringDemo.Drift.Windows;

namespace MonitoringDemo.Drift.Sequential;

/// <summary>Statistical test of equal proportions: the newest answers are right at another rate than all before them.</summary>
/// <remarks>Takes 1 for a right answer and 0 for an error. Source: K. Nishida and K. Yamauchi, "Detecting Concept Drift Using Statistical Testing", DS 2007.</remarks>
/// <param name="alphaDrift">Probability of a false alarm of one comparison.</param>
/// <param name="alphaWarning">The same for a warning; larger.</param>
/// <param name="minInstances">The newest answers that are compared with the rest.</param>
/// <param name="alarmOnConstant">
/// Whether to do as the reference implementation does while all answers are the same: its statistic divides
/// by a variance of 0, and it reports a drift. Not recommended.
/// </param>
public sealed class Stepd(double alphaDrift = 0.003, double alphaWarning = 0.05, int minInstances = 30, bool alarmOnConstant = false)
    : SequentialDetector
{
    private readonly Ring _window = new(minInstances);
    private long _count;
    private double _right;
    private double _windowRight;

    /// <summary>Creates the detector with its defaults.</summary>
    public Stepd()
        : this(0.003)
    {
    }

    /// <inheritdoc/>
    public override string Name => "stepd";

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        if (_window.IsFull)
            _windowRight -= _window.Oldest;
        _window.Add(value);
        _count++;
        _right += value;
        _windowRight += value;
        WarningDetected = false;
        if (_count < 2L * minInstances)
            return;
        if (!alarmOnConstant && (_right == 0 || _right == _count))
            return;

        double older = _count - minInstances;
        double newer = minInstances;
        var olderRight = _right - _windowRight;
        var p = TailP(olderRight, older, _windowRight, newer);
        DriftDetected = p < alphaDrift;
        WarningDetected = !DriftDetected && p < alphaWarning;
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        _window.Clear();
        (_count, _right, _windowRight) = (0, 0, 0);
    }

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        _window.Save(writer);
        writer.Write(_count);
        writer.Write(_right);
        writer.Write(_windowRight);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader)
    {
        _window.Restore(reader);
        (_count, _right, _windowRight) = (reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble());
    }

    /// <summary>Test of equal proportions with continuity correction, one-sided whichever way they differ, as in the published detector.</summary>
    private static double TailP(double olderRight, double older, double newerRight, double newer)
    {
        var pooled = (olderRight + newerRight) / (older + newer);
        var inverse = 1 / older + 1 / newer;
        var statistic = (Math.Abs(olderRight / older - newerRight / newer) - 0.5 * inverse) / Math.Sqrt(pooled * (1 - pooled) * inverse);
        return 0.5 * SpecialFunctions.Erfc(Math.Abs(statistic) / Math.Sqrt(2));
    }
}
