using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>What was measured: how right the fleet was, row by row and from the first row on, and how far its inputs have moved.</summary>
internal sealed class MeasuredLines
{
    private readonly AccuracyLine _accuracy = new();
    private readonly StoryLine _story;

    public MeasuredLines(FleetPicture? saved, int rowsPerPoint)
    {
        _accuracy.PutAll(saved?.Points);
        _story = new StoryLine(saved?.Story, rowsPerPoint);
        Drift = saved?.Drift ?? [];
    }

    public IReadOnlyList<AccuracyPoint> Points => _accuracy.Items;

    public IReadOnlyList<AccuracyPoint> Story => _story.Items;

    /// <summary>Each feature against its threshold, at the newest check.</summary>
    public IReadOnlyList<FeatureHealth> Drift { get; private set; }

    /// <summary>Takes a measurement.</summary>
    /// <returns>The part of the picture that changed, with the status given.</returns>
    public FleetPicture Take(HealthMeasured message, Status status)
    {
        var drift = message.Features.Count > 0 ? Drift = [.. message.Features] : null;
        if (message.Accuracy is not { Outcomes: > 0 } accuracy) return new FleetPicture(status, Drift: drift);

        var story = _story.Add(message.Row, accuracy);
        return new FleetPicture(status with { StoryRowsPerPoint = _story.RowsPerPoint }, Points: [_accuracy.Add(message.Row, accuracy)], Story: story, Drift: drift);
    }
}
