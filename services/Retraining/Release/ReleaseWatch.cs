using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Release;

/// <summary>Follows the release under way on the scores that inference logged: shadow against champion, or predecessor against successor.</summary>
internal sealed class ReleaseWatch(ReleaseOptions options, SerialErrors dependence) : IRowWatch
{
    // A predecessor that lost more than chance explains, and more than a little, stands in another world.
    private const double PlainFall = 0.1;
    private const double Sigmas = 3;

    private Race _race = new(0, options.Alpha, dependence);
    private long _sequence;
    private int _shadowRight;

    public RaceStanding? Standing(RegistryState state) => IsUnderWay(state) ? _race.Standing : null;

    /// <summary>The shadow is much less right than when it was released.</summary>
    public bool WorldChanged(RegistryState state)
    {
        if (!IsUnderWay(state) || state.ShadowVersion is not { } shadow || state.Version(shadow).Metrics is not [var before, ..]) return false;

        var rows = Math.Max(1, _race.Standing.Rows);
        var fall = before.Accuracy - ((double)_shadowRight / rows);
        var error = Math.Sqrt(Math.Max(before.Accuracy * (1 - before.Accuracy), 0.01) * ((1.0 / rows) + (1.0 / Math.Max(1, before.Rows))));
        return fall > Math.Max(PlainFall, Sigmas * error);
    }

    public void Take(RowFeed log, JudgedRow judged, RegistryState state)
    {
        var (rows, row) = (log.Rows!, judged.Row);
        // A canary has a watch of its own.
        if (state.Release is not { Phase: not ReleasePhase.Canary, Change.Shadow: { } shadow } release) return;
        if (release.Change.Sequence != _sequence)
        {
            // In shadow the question is whether it may serve; in probation, whether its predecessor has to come back.
            double? lean = release.Phase == ReleasePhase.Shadow ? options.ShadowAlpha : null;
            (_sequence, _race, _shadowRight, Unscored) = (release.Change.Sequence, new Race(0, options.Alpha, dependence, lean), 0, 0);
        }

        if (row < release.Change.Row || rows.Version(row) != release.Change.Champion.Version || rows.ShadowVersion(row) != shadow.Version) return;
        if (double.IsNaN(rows.Score(row)) || double.IsNaN(rows.ShadowScore(row)))
        {
            Unscored += double.IsNaN(rows.ShadowScore(row)) ? 1 : 0;
            return;
        }

        _race.Take(rows.Score(row), rows.ShadowScore(row), rows.Label(row));
        _shadowRight += Evaluator.Decide(rows.ShadowScore(row)) == rows.Label(row) ? 1 : 0;
    }

    /// <summary>Rows to which the shadow gave no score.</summary>
    public int Unscored { get; private set; }

    private bool IsUnderWay(RegistryState state) => state.Release is { Phase: not ReleasePhase.Settled } release && release.Change.Sequence == _sequence;
}
