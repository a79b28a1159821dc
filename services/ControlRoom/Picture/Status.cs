using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>The present in a few numbers; small enough to travel with every change.</summary>
/// <param name="Model">The model on show.</param>
/// <param name="Row">One past the newest row that anybody spoke of.</param>
/// <param name="ChampionVersion">The version that serves; 0 until one is known.</param>
/// <param name="SongsPerSecond">0 while paused; null until the traffic has said.</param>
/// <param name="ResumeSongsPerSecond">The pace to go back to after a pause.</param>
/// <param name="Training">What is being trained, or null.</param>
/// <param name="Scenario">The running scenario or the one that ended last; null before the first.</param>
/// <param name="OpenAlerts">How many alerts are open.</param>
/// <param name="ReleaseSequence">The newest release that was shown; an older one that comes late changes nothing.</param>
/// <param name="Estimate">The accuracy expected of the newest rows before their outcomes arrive; null until the champion's first outcomes have calibrated its scores.</param>
internal sealed record Status(
    string Model,
    long Row = 0,
    int ChampionVersion = 0,
    double? SongsPerSecond = null,
    double ResumeSongsPerSecond = 100,
    TrainingShown? Training = null,
    ScenarioShown? Scenario = null,
    int OpenAlerts = 0,
    long ReleaseSequence = 0,
    AccuracyEstimated? Estimate = null)
{
    /// <summary>One past the newest row that was measured; an older measurement that comes late, or again, changes nothing.</summary>
    public long MeasuredRow { get; init; }

    /// <summary>The year whose songs are played; null where nobody says.</summary>
    public int? Year { get; init; }

    /// <summary>Whether the audience likes what it used to dislike.</summary>
    public bool TasteInverted { get; init; }

    /// <summary>The stretch of one point of the whole story; when it changes, the points before are worth nothing.</summary>
    public int StoryRowsPerPoint { get; init; } = AccuracyLine.RowsPerPoint;

    /// <summary>Null while releases go on.</summary>
    public FreezeShown? Freeze { get; init; }

    /// <summary>The newest row at which a freeze began or ended; what is older and comes late changes nothing.</summary>
    public long FreezeToldAt { get; init; }

    /// <summary>Versions that wait for people, oldest first.</summary>
    public IReadOnlyList<WaitingShown> Waiting { get; init; } = [];

    /// <summary>At another pace; a pause keeps the pace to go back to.</summary>
    public Status At(double songsPerSecond) =>
        this with { SongsPerSecond = songsPerSecond, ResumeSongsPerSecond = songsPerSecond > 0 ? songsPerSecond : ResumeSongsPerSecond };
}
