using System.Globalization;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>Folds messages into the picture. Bounded however long the fleet runs, and a message that comes again changes nothing.
/// Not thread-safe: <see cref="Stream.LivePicture"/> holds the lock.</summary>
internal sealed class PictureFold
{
    public const int RowsShown = 20_000;
    public const int RowsPerPoint = 100;
    private const int FeedShown = 200;
    private const int VersionsShown = 40;

    private readonly KeyedList<long, AccuracyPoint> _points = new(p => p.Row, RowsShown / RowsPerPoint + 20);
    private readonly KeyedList<string, Marker> _markers = new(m => m.Id, 60);
    private readonly KeyedList<string, FeedEntry> _feed = new(e => e.Id, FeedShown);
    private readonly VersionStrip _versions = new(VersionsShown);
    private readonly HashSet<string> _openAlerts = new(StringComparer.Ordinal);
    private IReadOnlyList<FeatureHealth> _drift = [];
    private Status _status;

    public PictureFold(string model, FleetPicture? saved = null)
    {
        _status = saved?.Status ?? new Status(model);
        _points.PutAll(saved?.Points);
        _markers.PutAll(saved?.Markers);
        _feed.PutAll(saved?.Feed);
        _versions.PutAll(saved?.Versions);
        _drift = saved?.Drift ?? [];
        foreach (var alert in _feed.Items.Where(e => e is { Kind: FeedKinds.Alert, EndedAtRow: null }))
            _openAlerts.Add(alert.Id);
    }

    public FleetPicture Whole => new(_status, _points.Items, _drift, _versions.Items, _markers.Items, _feed.Items);

    /// <summary>Returns what changed; null when nothing did.</summary>
    public FleetPicture? Apply(object message) => message switch
    {
        HealthMeasured m when Mine(m.Model) => Health(m),
        FindingsReported m when Mine(m.Model) => Found(m),
        FindingsCleared m when Mine(m.Model) => Ended([.. m.Cleared.Select(c => (c.FindingId, c.EndedAtRow))]),
        DecisionMade m when Mine(m.Model) => Decided(m),
        RetrainingStarted m when Mine(m.Model) => Trains(new TrainingShown(m.UpdateId, m.Trigger, m.Row)),
        CandidateTrained m when Mine(m.Model) => Trained(m),
        ReleaseChanged m when Mine(m.Model) => Released(m),
        ModelLoaded m when Mine(m.Model) => Loaded(m),
        AlertRaised m when Mine(m.Model) => Raised(m),
        AlertResolved m when Mine(m.Model) => Resolved(m),
        ScenarioStarted m => Started(m),
        ScenarioEnded m => Ended(m),
        PaceChanged m => Paced(m),
        _ => null,
    };

    private bool Mine(string model) => model == _status.Model;

    private FleetPicture? Health(HealthMeasured message)
    {
        if (message.Row <= _status.Row)
            return null;

        var champion = message.ModelVersion > 0 && message.Row > _versions.ChampionSince ? message.ModelVersion : _status.ChampionVersion;
        _status = _status with { Row = message.Row, ChampionVersion = champion };
        if (message.Features.Count > 0)
            _drift = [.. message.Features];

        return new FleetPicture(
            _status,
            Points: message.Accuracy is { Outcomes: > 0 } accuracy ? [Add(message.Row, accuracy)] : null,
            Drift: message.Features.Count > 0 ? _drift : null);
    }

    private AccuracyPoint Add(long row, AccuracyMeasured accuracy)
    {
        var end = ((row + RowsPerPoint - 1) / RowsPerPoint) * RowsPerPoint;
        var point = _points.TryGet(end, out var known) ? known : new AccuracyPoint(end, 0, 0, 0);
        _points.RemoveWhere(p => p.Row <= end - RowsShown);
        return _points.Put(new AccuracyPoint(end, point.Outcomes + accuracy.Outcomes,
            point.FleetCorrect + accuracy.FleetCorrect, point.StaticCorrect + accuracy.StaticCorrect));
    }

    private FleetPicture? Found(FindingsReported message) =>
        Told([.. message.Findings.Select(f => FeedWords.Of(f, message.UpdateId))]);

    private FleetPicture? Decided(DecisionMade message)
    {
        var told = Told([FeedWords.Of(message)]);
        if (told is null)
            return null;

        var ended = message.Action is DecisionActions.Reject or DecisionActions.RollBack;
        if (ended)
            _status = _status with { Training = null };

        return told with
        {
            Status = _status,
            Versions = ended && message.Version is { } version
                ? _versions.Refuse(version, message.Action == DecisionActions.Reject ? VersionStatuses.Rejected : VersionStatuses.RolledBack, message.Row, message.Gate)
                : null,
        };
    }

    private FleetPicture Trains(TrainingShown? training)
    {
        _status = _status with { Training = training };
        return new FleetPicture(_status);
    }

    private FleetPicture Trained(CandidateTrained message) =>
        Trains(null) with { Versions = _versions.Offer(message.Candidate, message.Row) };

    private FleetPicture? Released(ReleaseChanged message)
    {
        if (message.Sequence <= _status.ReleaseSequence)
            return null;

        var changed = _versions.Release(message);
        _status = _status with { ChampionVersion = message.Champion.Version, Training = null, ReleaseSequence = message.Sequence };
        var serves = message.Stage is not (ReleaseStages.Shadow or ReleaseStages.Withdrawn);
        var picture = new FleetPicture(_status, Versions: changed);
        if (!serves)
            return picture;

        var kind = message.Stage is ReleaseStages.Promoted ? "promotion" : message.Stage;
        var marker = _markers.Put(new Marker(ReleaseId(message.Sequence), message.Row, kind, Label(message.Champion.Version)));
        return picture with { Markers = [marker], Feed = [_feed.Put(FeedWords.Of(message))] };
    }

    private FleetPicture Loaded(ModelLoaded message)
    {
        _status = _status with { ChampionVersion = message.ChampionVersion };
        var picture = new FleetPicture(_status);

        // The release says when it was decided; this says from which row on it serves.
        return _markers.TryGet(ReleaseId(message.ReleaseSequence), out var marker)
            ? picture with { Markers = [_markers.Put(marker with { Row = message.Row })] }
            : picture;
    }

    private FleetPicture? Raised(AlertRaised message)
    {
        var entry = FeedWords.Of(message);
        if (_feed.TryGet(entry.Id, out _))
            return null;

        _openAlerts.Add(entry.Id);
        _status = _status with { OpenAlerts = _openAlerts.Count };
        return Told([entry]);
    }

    private FleetPicture? Resolved(AlertResolved message)
    {
        _openAlerts.Remove(FeedWords.AlertId(message.AlertId));
        _status = _status with { OpenAlerts = _openAlerts.Count };
        return Ended([(FeedWords.AlertId(message.AlertId), message.Row)]) ?? new FleetPicture(_status);
    }

    private FleetPicture? Started(ScenarioStarted message)
    {
        var told = Told([FeedWords.Of(message)]);
        if (told is null)
            return null;

        _status = _status with
        {
            Scenario = new ScenarioShown(message.ScenarioId, message.Title, message.WhatToLookFor, message.OnsetRow, message.Replaced),
        };
        var marker = new Marker(string.Create(CultureInfo.InvariantCulture, $"scenario-{message.OnsetRow}"), message.OnsetRow, "scenario", message.Title);
        return told with { Status = _status, Markers = [_markers.Put(marker)] };
    }

    private FleetPicture? Ended(ScenarioEnded message)
    {
        if (_status.Scenario is not { EndedAtRow: null } scenario || scenario.Id != message.ScenarioId || message.Row < scenario.OnsetRow)
            return null;

        _status = _status with { Scenario = scenario with { EndedAtRow = message.Row, Why = message.Why } };
        return message.Why == "replaced" ? new FleetPicture(_status) : Told([FeedWords.Of(message, scenario.Title)]);
    }

    private FleetPicture Paced(PaceChanged message)
    {
        _status = _status with
        {
            SongsPerSecond = message.SongsPerSecond,
            ResumeSongsPerSecond = message.SongsPerSecond > 0 ? message.SongsPerSecond : _status.ResumeSongsPerSecond,
        };
        return new FleetPicture(_status);
    }

    private FleetPicture? Told(IReadOnlyList<FeedEntry> entries)
    {
        var news = entries.Where(e => !_feed.TryGet(e.Id, out _)).ToList();
        _feed.PutAll(news);
        return news.Count == 0 ? null : new FleetPicture(_status, Feed: news);
    }

    private FleetPicture? Ended(IReadOnlyList<(string Id, long Row)> ended)
    {
        var changed = new List<FeedEntry>();
        foreach (var (id, row) in ended)
            if (_feed.TryGet(id, out var entry) && entry.EndedAtRow is null)
                changed.Add(_feed.Put(entry with { EndedAtRow = row }));

        return changed.Count == 0 ? null : new FleetPicture(_status, Feed: changed);
    }

    private static string ReleaseId(long sequence) => string.Create(CultureInfo.InvariantCulture, $"release-{sequence}");

    private static string Label(int version) => string.Create(CultureInfo.InvariantCulture, $"v{version}");
}
