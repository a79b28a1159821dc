using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.DriftDetection.ReadLog;

/// <summary>Holds measurements back until enough has come in for a message.</summary>
/// <param name="options">How many rows, and how much time, are enough.</param>
/// <param name="time">Null in lockstep: only rows count there.</param>
internal sealed class HealthPace(DriftDetectionOptions options, TimeProvider? time)
{
    private long _toldAtRow = -1;
    private long _toldAt;
    private AccuracySince? _accuracy;
    private MonitorHealth? _held;

    /// <summary>The message that is due, if any.</summary>
    public HealthMeasured? Next(MonitorHealth health)
    {
        (_held, _accuracy) = (health, Sum(_accuracy, health.Accuracy));
        return Due();
    }

    /// <summary>What was held back, once it is due: the last rows before a pause are not kept for ever.</summary>
    public HealthMeasured? Due()
    {
        if (_held is not { } health || (_toldAtRow >= 0 && !IsDue(health.Row))) return null;

        var message = new HealthMeasured(
            options.Model,
            health.Row,
            health.ChampionVersion,
            [.. health.Features.Select(feature => new FeatureHealth(feature.Feature!, feature.Method, feature.Score, feature.Threshold))],
            _accuracy is { } sum ? new AccuracyMeasured(sum.Outcomes, sum.FleetCorrect, sum.StaticCorrect) : null,
            health.Estimate is { } e ? new AccuracyEstimated(e.Accuracy, e.StandardError, e.Rows, e.Realised, e.Outcomes, e.IsTrusted, e.Evidence) : null);
        (_toldAtRow, _toldAt, _accuracy, _held) = (health.Row, time?.GetTimestamp() ?? 0, null, null);
        return message;
    }

    private bool IsDue(long row) =>
        row - _toldAtRow >= options.HealthEveryRows
        || (_accuracy?.Outcomes ?? 0) >= options.HealthEveryRows
        || (time is not null && row > _toldAtRow && time.GetElapsedTime(_toldAt) >= options.HealthEvery);

    private static AccuracySince? Sum(AccuracySince? a, AccuracySince? b) => (a, b) switch
    {
        (null, _) => b,
        (_, null) => a,
        _ => new AccuracySince(a.Outcomes + b.Outcomes, a.FleetCorrect + b.FleetCorrect, a.StaticCorrect + b.StaticCorrect),
    };
}
