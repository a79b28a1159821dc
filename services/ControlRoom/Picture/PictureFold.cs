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
    private const int MarkersShown = 60;
    private const int VersionsShown = 40;
    private const int RunsShown = 12;

    private readonly AccuracyLine _accuracy = new();
    private readonly KeyedList<string, Marker> _markers = new(m => m.Id, MarkersShown);
    private readonly FeedLines _feed = new();
    private readonly VersionStrip _versions = new(VersionsShown);
    private readonly KeyedList<string, ExperimentsShown> _experiments = new(e => e.Id, RunsShown);
    private readonly HashSet<string> _openAlerts;
    private readonly BrokenNow _broken;
    private IReadOnlyList<FeatureHealth> _drift;

    public PictureFold(string model, FleetPicture? saved = null)
    {
        Status = saved?.Status ?? new Status(model);
        _accuracy.PutAll(saved?.Points);
        _markers.PutAll(saved?.Markers);
        _feed.PutAll(saved?.Feed, saved?.EndedFirst);
        _versions.PutAll(saved?.Versions);
        _experiments.PutAll(saved?.Experiments);
        _drift = saved?.Drift ?? [];
        _broken = new BrokenNow(saved?.Broken);
        _openAlerts = [.. _feed.Items.Where(e => e is { Kind: FeedKinds.Alert, EndedAtRow: null }).Select(e => e.Id)];
    }

    public Status Status { get; private set; }

    public FleetPicture Whole => new(Status, _accuracy.Items, _drift, _versions.Items, _markers.Items, _feed.Items, _experiments.Items, _feed.EndedFirst, _broken.Items);

    /// <summary>Returns what changed; null when nothing did.</summary>
    public FleetPicture? Apply(object message) => message switch
    {
        HealthMeasured m when Mine(m.Model) => Measured(m),
        FindingsReported m when Mine(m.Model) => Told(_feed.Tell([.. m.Findings.Select(f => FeedWords.Of(f, m.UpdateId))]), _broken.Begin(m.Findings)),
        FindingsCleared m when Mine(m.Model) => Cleared(m),
        DecisionMade m when Mine(m.Model) => Decided(m),
        RetrainingStarted m when Mine(m.Model) => Changed(Status with { Training = new TrainingShown(m.UpdateId, m.Trigger, m.Row) }),
        CandidateTrained m when Mine(m.Model) => Changed(Status with { Training = null }) with { Versions = _versions.Offer(m.Candidate, m.Row) },
        CandidatesTried m when Mine(m.Model) => Tried(m),
        ReleaseChanged m when Mine(m.Model) => Released(m),
        ModelLoaded m when Mine(m.Model) => Loaded(m),
        AlertRaised m when Mine(m.Model) => Raised(m),
        AlertResolved m when Mine(m.Model) => Resolved(m),
        ScenarioStarted m => Started(m),
        ScenarioEnded m => Ended(m),
        PaceChanged m => Changed(Status with
        {
            SongsPerSecond = m.SongsPerSecond,
            ResumeSongsPerSecond = m.SongsPerSecond > 0 ? m.SongsPerSecond : Status.ResumeSongsPerSecond,
        }),
        _ => null,
    };

    private bool Mine(string model) => model == Status.Model;

    private FleetPicture Changed(Status status)
    {
        Status = status;
        return new FleetPicture(status);
    }

    private FleetPicture? Told(IReadOnlyList<FeedEntry>? lines, IReadOnlyList<BrokenShown>? broken = null) =>
        lines is null && broken is null ? null : new FleetPicture(Status, Feed: lines, Broken: broken);

    private FleetPicture? Cleared(FindingsCleared message)
    {
        var (lines, early) = _feed.End(message.Cleared.Select(c => new EndedLine(c.FindingId, c.EndedAtRow)));
        var broken = _broken.End(message.Cleared);
        return lines is null && early is null && broken is null ? null : new FleetPicture(Status, Feed: lines, EndedFirst: early, Broken: broken);
    }

    private FleetPicture? Measured(HealthMeasured message)
    {
        if (message.Row <= Status.Row)
            return null;

        var measured = message.Features.Count > 0;
        if (measured)
            _drift = [.. message.Features];

        // What serves is known from releases; a measurement says it too, should one have been missed.
        var champion = message.ModelVersion > 0 && message.Row > _versions.ChampionSince ? message.ModelVersion : Status.ChampionVersion;
        return Changed(Status with { Row = message.Row, ChampionVersion = champion, Estimate = message.Estimate }) with
        {
            Points = message.Accuracy is { Outcomes: > 0 } accuracy ? [_accuracy.Add(message.Row, accuracy)] : null,
            Drift = measured ? _drift : null,
        };
    }

    private FleetPicture? Decided(DecisionMade message)
    {
        if (_feed.Tell(FeedWords.Of(message)) is not { } lines)
            return null;

        if (message.Action is not (DecisionActions.Reject or DecisionActions.RollBack))
            return Told(lines);

        var status = message.Action == DecisionActions.Reject ? VersionStatuses.Rejected : VersionStatuses.RolledBack;
        return Changed(Status with { Training = null }) with
        {
            Feed = lines,
            Versions = message.Version is { } version ? _versions.Refuse(version, status, message.Row, message.Gate) : null,
        };
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

        var picture = Changed(Status with { ChampionVersion = message.Champion.Version, Training = null, ReleaseSequence = message.Sequence }) with
        {
            Versions = _versions.Release(message),
        };
        if (message.Stage is ReleaseStages.Shadow or ReleaseStages.Withdrawn)
            return picture;

        var kind = message.Stage is ReleaseStages.Promoted ? "promotion" : message.Stage;
        var label = string.Create(CultureInfo.InvariantCulture, $"v{message.Champion.Version}");
        return picture with
        {
            Markers = [_markers.Put(new Marker(ReleaseId(message.Sequence), message.Row, kind, label))],
            Feed = _feed.Tell(FeedWords.Of(message)),
        };
    }

    private FleetPicture Loaded(ModelLoaded message)
    {
        // The release says when it was decided; this says from which row on it serves.
        var picture = Changed(Status with { ChampionVersion = message.ChampionVersion });
        return _markers.TryGet(ReleaseId(message.ReleaseSequence), out var marker)
            ? picture with { Markers = [_markers.Put(marker with { Row = message.Row })] }
            : picture;
    }

    private FleetPicture? Raised(AlertRaised message)
    {
        if (_feed.Tell(FeedWords.Of(message)) is not { } lines)
            return null;

        if (lines[0].EndedAtRow is null)
            _openAlerts.Add(lines[0].Id);
        return Changed(Status with { OpenAlerts = _openAlerts.Count }) with { Feed = lines };
    }

    private FleetPicture Resolved(AlertResolved message)
    {
        var id = FeedWords.AlertId(message.AlertId);
        var (lines, early) = _feed.End(new EndedLine(id, message.Row));
        _openAlerts.Remove(id);
        return Changed(Status with { OpenAlerts = _openAlerts.Count }) with { Feed = lines, EndedFirst = early };
    }

    private FleetPicture? Started(ScenarioStarted message)
    {
        if (_feed.Tell(FeedWords.Of(message)) is not { } lines)
            return null;

        var scenario = new ScenarioShown(message.ScenarioId, message.Title, message.WhatToLookFor, message.OnsetRow, message.Replaced);
        var marker = new Marker(string.Create(CultureInfo.InvariantCulture, $"scenario-{message.OnsetRow}"), message.OnsetRow, "scenario", message.Title);
        return Changed(Status with { Scenario = scenario }) with { Feed = lines, Markers = [_markers.Put(marker)] };
    }

    private FleetPicture? Ended(ScenarioEnded message)
    {
        if (Status.Scenario is not { EndedAtRow: null } scenario || scenario.Id != message.ScenarioId || message.Row < scenario.OnsetRow)
            return null;

        return Changed(Status with { Scenario = scenario with { EndedAtRow = message.Row, Why = message.Why } }) with
        {
            Feed = message.Why == "replaced" ? null : _feed.Tell(FeedWords.Of(message, scenario.Title)),
        };
    }

    private static string ReleaseId(long sequence) => string.Create(CultureInfo.InvariantCulture, $"release-{sequence}");
}
