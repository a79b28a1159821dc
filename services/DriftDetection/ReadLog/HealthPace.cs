using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.DriftDetection.ReadLog;

/// <summary>Holds measurements back until enough has come in for a message.</summary>
internal sealed class HealthPace(DriftDetectionOptions options)
{
    private long _toldAtRow = -1;
    private AccuracySince? _accuracy;

    /// <summary>The message that is due, if any.</summary>
    public HealthMeasured? Next(MonitorHealth health)
    {
        _accuracy = Sum(_accuracy, health.Accuracy);
        if (_toldAtRow >= 0 && health.Row - _toldAtRow < options.HealthEveryRows && (_accuracy?.Outcomes ?? 0) < options.HealthEveryRows) return null;

        var message = new HealthMeasured(
            options.Model,
            health.Row,
            health.ChampionVersion,
            [.. health.Features.Select(feature => new FeatureHealth(feature.Feature!, feature.Method, feature.Score, feature.Threshold))],
            _accuracy is { } sum ? new AccuracyMeasured(sum.Outcomes, sum.FleetCorrect, sum.StaticCorrect) : null,
            health.Estimate is { } e ? new AccuracyEstimated(e.Accuracy, e.StandardError, e.Rows, e.Realised, e.Outcomes, e.IsTrusted, e.Evidence) : null);
        (_toldAtRow, _accuracy) = (health.Row, null);
        return message;
    }

    private static AccuracySince? Sum(AccuracySince? a, AccuracySince? b) => (a, b) switch
    {
        (null, _) => b,
        (_, null) => a,
        _ => new AccuracySince(a.Outcomes + b.Outcomes, a.FleetCorrect + b.FleetCorrect, a.StaticCorrect + b.StaticCorrect),
    };
}
