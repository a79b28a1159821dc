using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>What the page shows, whole or in part. A part carries the status and only what changed:
/// drift and broken replace what was there, the other lists are merged by key.</summary>
/// <param name="Status">The present in a few numbers.</param>
/// <param name="Points">Accuracy over rows, oldest first; keyed by row.</param>
/// <param name="Story">Accuracy from the first row on, in longer stretches; keyed by row.</param>
/// <param name="Drift">Each feature against its threshold.</param>
/// <param name="Broken">Broken data that still come; replaces what was there.</param>
/// <param name="Versions">The strip of versions; keyed by version.</param>
/// <param name="Markers">Moments on the row axis; keyed by id.</param>
/// <param name="Feed">Lines of the feed, oldest first; keyed by id.</param>
/// <param name="Experiments">What the newest training runs tried, oldest first; keyed by id.</param>
/// <param name="EndedFirst">Ends whose lines have not come; kept for a restart, and not for the page.</param>
internal sealed record FleetPicture(
    Status Status,
    IReadOnlyList<AccuracyPoint>? Points = null,
    IReadOnlyList<AccuracyPoint>? Story = null,
    IReadOnlyList<FeatureHealth>? Drift = null,
    IReadOnlyList<BrokenShown>? Broken = null,
    IReadOnlyList<ModelVersionShown>? Versions = null,
    IReadOnlyList<Marker>? Markers = null,
    IReadOnlyList<FeedEntry>? Feed = null,
    IReadOnlyList<ExperimentsShown>? Experiments = null,
    IReadOnlyList<EndedLine>? EndedFirst = null);
