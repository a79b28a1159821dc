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
    private const int MarkersShown = 200, VersionsShown = 40, RunsShown = 12;

    private readonly MeasuredLines _measured;
    private readonly KeyedList<string, Marker> _markers = new(m => m.Id, MarkersShown);
    private readonly FeedLines _feed = new();
    private readonly FeedChanges _told;
    private readonly BrokenInputs _broken;
    private readonly VersionStrip _versions = new(VersionsShown);
    private readonly KeyedList<string, ExperimentsShown> _experiments = new(e => e.Id, RunsShown);
    private readonly HashSet<string> _openAlerts;

    public PictureFold(string model, FleetPicture? saved = null)
    {
        Status = saved?.Status ?? new Status(model);
        _measured = new MeasuredLines(saved, Status.StoryRowsPerPoint);
        _markers.PutAll(saved?.Markers);
        _feed.PutAll(saved?.Feed, saved?.EndedFirst);
        _told = new FeedChanges(_feed);
        _broken = new BrokenInputs(saved?.Broken);
        _versions.PutAll(saved?.Versions);
        _experiments.PutAll(saved?.Experiments);
        _openAlerts = [.. _feed.Items.Select(e => e.Alert).OfType<AlertShown>().Where(a => a.ResolvedAtRow is null).Select(a => a.Id)];
    }

    public Status Status { get; private set; }

    /// <summary>The version that answers a share of the requests; null when there is none.</summary>
    public int? Canary => _versions.Items.FirstOrDefault(version => version.Status == VersionStatuses.Canary)?.Version;

    public IReadOnlySet<string> OpenAlerts => _openAlerts;

    public FleetPicture Whole => new(
        Status, _measured.Points, _measured.Story, _measured.Drift, _broken.Items, _versions.Items, _markers.Items, _feed.Items, _experiments.Items, _feed.EndedFirst);

    /// <summary>Returns what changed; null when nothing did.</summary>
    public FleetPicture? Apply(object message) => message switch
    {
        HealthMeasured m when Mine(m.Model, 0) => Measured(m),
        FindingsReported m when Mine(m.Model, m.Row) => Found(m),
        FindingsCleared m when Mine(m.Model, 0) => Cleared(m),
        DecisionMade m when Mine(m.Model, m.Row) => Decided(m),
        RetrainingStarted m when Mine(m.Model, 0) => Changed(Status with { Training = new TrainingShown(m.UpdateId, m.Trigger, m.Row) }),
        CandidateTrained m when Mine(m.Model, 0) => Changed(Status with { Training = null }) with { Versions = _versions.Offer(m.Candidate, m.Row) },
        CandidatesTried m when Mine(m.Model, 0) => Tried(m),
        ReleaseChanged m when Mine(m.Model, m.Row) => Released(m),
        ModelLoaded m when Mine(m.Model, m.Row) => Loaded(m),
        VersionRetired m when Mine(m.Model, m.Row) => _versions.Retire(m) is { } retired ? new FleetPicture(Status, Versions: retired) : null,
        AlertRaised m when Mine(m.Model, 0) => Raised(m),
        AlertResolved m when Mine(m.Model, 0) => Resolved(m),
        ScenarioStarted m => Started(m),
        ScenarioEnded m => Ended(m),
        WorldChanged m => Changed(Status with { Year = m.Year, TasteInverted = m.TasteInverted }),
        PaceChanged m => Changed(Status.At(m.SongsPerSecond)),
        _ => null,
    };

    /// <summary>What is told of a row moves the counter there: the feed is never ahead of it.</summary>
    private bool Mine(string model, long row)
    {
        if (model == Status.Model && row > Status.Row)
            Status = Status with { Row = row };
        return model == Status.Model;
    }

    private FleetPicture Changed(Status status)
    {
        Status = status;
        return new FleetPicture(status);
    }

    /// <summary>The part with what the feed has become; null when nothing changed at all.</summary>
    private FleetPicture? Told(FleetPicture? part = null)
    {
        var (lines, early) = _feed.TakeChanges();
        return part is null && lines is null && early is null ? null : (part ?? new FleetPicture(Status)) with { Feed = lines, EndedFirst = early };
    }

    private FleetPicture? Found(FindingsReported message)
    {
        _told.Tell(message);
        var broken = _broken.Add(message, id => _feed.Newest(e => e.Found.Any(f => f.Id == id && f.EndedAtRow is null)) is not null);
        return Told(broken is null ? null : new FleetPicture(Status, Broken: broken));
    }

    private FleetPicture? Cleared(FindingsCleared message)
    {
        _told.Tell(message);
        return Told(_broken.Remove(message) is { } broken ? new FleetPicture(Status, Broken: broken) : null);
    }

    private FleetPicture? Measured(HealthMeasured message)
    {
        if (message.Row <= Status.MeasuredRow)
            return null;

        // What serves is known from releases; a measurement says it too, should one have been missed.
        var champion = message.ModelVersion > 0 && message.Row > _versions.ChampionSince ? message.ModelVersion : Status.ChampionVersion;
        var part = _measured.Take(message, Status with { Row = Math.Max(Status.Row, message.Row), MeasuredRow = message.Row, ChampionVersion = champion, Estimate = message.Estimate });
        Status = part.Status;
        return part;
    }

    private FleetPicture? Decided(DecisionMade message)
    {
        if (!_told.TryTell(message))
            return null;

        if (message is { Action: DecisionActions.Erase, Version: { } learned }) return Told(new FleetPicture(Status, Versions: _versions.Mark(learned, "rows erased since")));
        var people = PeopleBoard.Of(Status, message);
        if (message.Action is not (DecisionActions.Reject or DecisionActions.RollBack))
            return Told(ReferenceEquals(people, Status) ? null : Changed(people));

        Status = people;

        var status = message.Action == DecisionActions.Reject ? VersionStatuses.Rejected : VersionStatuses.RolledBack;
        return Told(Changed(Status with { Training = null }) with
        {
            Versions = message.Version is { } version ? _versions.Refuse(version, status, message.Row, message.Gate) : null,
        });
    }

    // A run that gave no version ends here: nothing else would say that it is over.
    private FleetPicture Tried(CandidatesTried message)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{message.UpdateId}/{message.Row}");
        return Changed(Status.Training?.UpdateId == message.UpdateId ? Status with { Training = null } : Status) with
        {
            Experiments = [_experiments.Put(new ExperimentsShown(id, message.Row, message.Trigger, message.Reason, message.Version, message.Candidates))],
        };
    }

    private FleetPicture? Released(ReleaseChanged message)
    {
        if (message.Sequence <= Status.ReleaseSequence)
            return null;

        var picture = Changed(PeopleBoard.Of(Status, message) with { ChampionVersion = message.Champion.Version, Training = null, ReleaseSequence = message.Sequence }) with
        {
            Versions = _versions.Release(message),
        };
        if (message.Stage == ReleaseStages.Canary)
        {
            _told.Tell(message);
            return Told(picture);
        }

        if (Marker.Of(message) is not { } marker)
            return picture;

        _told.Tell(message);
        return Told(picture with { Markers = [_markers.Put(marker)] });
    }

    private FleetPicture Loaded(ModelLoaded message)
    {
        // The release says when it was decided; this says from which row on it serves.
        var picture = Changed(Status with { ChampionVersion = message.ChampionVersion });
        return _markers.TryGet(Marker.OfRelease(message.ReleaseSequence), out var marker)
            ? picture with { Markers = [_markers.Put(marker with { Row = message.Row })] }
            : picture;
    }

    private FleetPicture? Raised(AlertRaised message)
    {
        _told.Tell(message);
        if (Told() is not { } picture)
            return null;

        if (_feed.Newest(e => e.Alert?.Id == message.AlertId) is { Alert.ResolvedAtRow: null })
            _openAlerts.Add(message.AlertId);
        return picture with { Status = Changed(Status with { OpenAlerts = _openAlerts.Count }).Status };
    }

    private FleetPicture? Resolved(AlertResolved message)
    {
        _told.Tell(message);
        _openAlerts.Remove(message.AlertId);
        return Told(Changed(Status with { OpenAlerts = _openAlerts.Count }));
    }

    private FleetPicture? Started(ScenarioStarted message)
    {
        var replaced = message.Replaced is { } id ? Status.Scenario?.Id == id ? Status.Scenario.Title : id : null;
        _told.Tell(ScenarioWords.Of(message, replaced));
        if (Told() is not { } told)
            return null;

        Status = Status with { Scenario = new ScenarioShown(message.ScenarioId, message.Title, message.WhatToLookFor, message.OnsetRow, message.Replaced) };
        return told with { Status = Status, Markers = [_markers.Put(Marker.Of(message))] };
    }

    private FleetPicture? Ended(ScenarioEnded message)
    {
        if (Status.Scenario is not { EndedAtRow: null } scenario || scenario.Id != message.ScenarioId || message.Row < scenario.OnsetRow)
            return null;

        if (message.Why != "replaced")
            _told.Tell(ScenarioWords.Of(message, scenario.Title));
        return Told(Changed(Status with { Scenario = scenario with { EndedAtRow = message.Row, Why = message.Why } }));
    }
}
