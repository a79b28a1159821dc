using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Release;

/// <summary>Follows the release under way on the scores that inference logged: shadow against champion, or predecessor against successor.</summary>
internal sealed class ReleaseWatch(RetrainingOptions options)
{
    private Race _race = new(0, options.Alpha);
    private long _sequence;

    public RaceStanding? Standing(RegistryState state) =>
        state.Release is { Phase: not ReleasePhase.Settled } release && release.Change.Sequence == _sequence ? _race.Standing : null;

    public void Take(RowStore rows, long row, RegistryState state)
    {
        if (state.Release is not { Change.Shadow: { } shadow } release) return;
        if (release.Change.Sequence != _sequence) (_sequence, _race) = (release.Change.Sequence, new Race(0, options.Alpha));
        if (row < release.Change.Row || rows.Version(row) != release.Change.Champion.Version || rows.ShadowVersion(row) != shadow.Version) return;
        _race.Take(rows.Score(row), rows.ShadowScore(row), rows.Label(row));
    }
}
