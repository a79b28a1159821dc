using System.Security.Cryptography;
using System.Text;
using MonitoringDemo.Inference.Observe;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Inference.Serving;

/// <summary>What another system answered goes into the same log, in the same order: its version changes as a release would.</summary>
internal sealed partial class ServingLog
{
    private readonly Checkpoint<ObservedVersions> _observed;
    private readonly bool _isObserved;
    private ObservedVersions? _versions;

    /// <summary>The number of the other system's version that answered last; 0 before the first observation, and in a fleet that serves.</summary>
    public int ObservedVersion => _isObserved ? _memory.LastChange?.ChampionVersion ?? 0 : 0;

    /// <summary>Appends rows that another system scored and, before them, that its version changed.</summary>
    /// <param name="request">Its version.</param>
    /// <param name="workspace">The rows, scores and times.</param>
    /// <param name="version">The version's number; 0 when it is new and the request was answered before.</param>
    public Appended Observe(ObservationRequest request, Workspace workspace, out int version)
    {
        lock (_gate)
        {
            var known = _versions ??= _observed.TryLoad(out var saved) ? saved : new ObservedVersions();
            version = known.NumberOf(request.ModelVersion);
            if (request.RequestId is { } id && TryFindAnswer(id, out var answer)) return new Appended(AppendStatus.Repeated, Answer: answer);

            if (version == 0)
            {
                // Named first: a name without a row is harmless, a row without a name is not.
                _versions = known.With(request.ModelVersion);
                _observed.Save(_versions);
                version = _versions.Names.Count;
            }

            if (_memory.LastChange?.ChampionVersion != version) AppendObserved(request.ModelVersion, version);
            var position = _log.AppendPredictions(Scored(request, workspace, version), out var firstRow);
            _memory.Served(firstRow, request.RequestId, position, _time.GetUtcNow());
            return new Appended(AppendStatus.Done, firstRow);
        }
    }

    private static Checkpoint<ObservedVersions> ObservedIn(DataDirectory data, InferenceOptions options) =>
        new(data.PathOf("inference", "observed.json"), options.Flush == FlushMode.EveryBatch);

    // The other system does not say what its model has learned from. The first is measured by history, and each later one by as many rows before it.
    private void AppendObserved(string name, int version)
    {
        var row = _log.NextRow;
        var sequence = (_memory.LastChange?.ReleaseSequence ?? 0) + 1;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var change = new ModelChange(row, version, 0, sequence, sha256, Math.Max(0, row - _memory.HistoryRows), row);
        _log.AppendModelChange(change);
        _memory.Take(change);
    }

    private PredictionRows Scored(ObservationRequest request, Workspace workspace, int version)
    {
        var featureCount = _rows!.Schema.Count;
        return new PredictionRows
        {
            FeatureCount = featureCount,
            Features = workspace.Features(featureCount),
            ModelVersion = version,
            Scores = workspace.Scores(0),
            // Nobody here has the first model, to ask it beside the one that answers.
            StaticScores = workspace.Scores(0),
            RequestId = request.RequestId,
            EventTimes = workspace.EventTimes,
        };
    }
}
