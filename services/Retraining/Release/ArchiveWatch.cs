using MonitoringDemo.Learning;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Receive;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Release;

/// <summary>Scores the versions that served before on every outcome, so that a world that comes back is noticed by the model that knows it.</summary>
internal sealed class ArchiveWatch(SignedArtifacts artifacts, ReleaseOptions options, SerialErrors dependence) : IRowWatch
{
    private readonly List<ArchivedRival> _rivals = [];
    private long _sequence = -1;
    private IModel? _champion;
    private long _trainedTo;

    /// <summary>Of those that are proven better than the champion on the newest rows, the one with most evidence.</summary>
    public ArchivedStanding? Best => _rivals.Where(rival => rival.IsProven).MaxBy(rival => rival.Evidence)?.Standing;

    /// <summary>Takes the versions that may serve again; those that are followed keep their evidence while the champion stays.</summary>
    public void Follow(RegistryState state)
    {
        if (state.Release is not { } release || release.Change.Sequence == _sequence) return;

        _sequence = release.Change.Sequence;
        var champion = release.Change.Champion.Version;
        (_champion, _trainedTo) = (artifacts.Load(state.Champion!.Sha256), state.Champion.TrainedToRow);
        var kept = _rivals.Where(rival => rival.Champion == champion).ToDictionary(rival => rival.Version);
        _rivals.Clear();
        foreach (var version in Archived(state, champion))
            _rivals.Add(kept.TryGetValue(version.Version, out var rival) ? rival : new ArchivedRival(version, champion, artifacts.Load(version.Sha256), options.RestoreRunLength, dependence));
    }

    public void Take(RowFeed log, JudgedRow judged, RegistryState state)
    {
        var (rows, row, champion) = (log.Rows!, judged.Row, state.Release!.Change.Champion.Version);
        if (_rivals.Count == 0 || row < _trainedTo) return;

        // A late outcome of the version before says as much: the champion is asked what it would have answered.
        var score = rows.Version(row) == champion ? rows.Score(row) : _champion!.Score(rows.Values(row));
        foreach (var rival in _rivals)
        {
            if (rival.Champion == champion && row >= rival.TrainedToRow) rival.Take(score, rows.Values(row), rows.Label(row));
        }
    }

    /// <summary>The newest versions that served and were not rejected; of the versions that one incident went through, the last and best taught alone.</summary>
    private IEnumerable<VersionRecord> Archived(RegistryState state, int champion) => state.Versions
        .Where(version => state.MayServeAgain(version.Version) && version.Version != champion)
        .GroupBy(version => version.UpdateId)
        .Select(incident => incident.Last())
        .OrderByDescending(version => version.Version == 1)
        .ThenByDescending(version => version.Version)
        .Take(options.ArchivedVersions);
}
