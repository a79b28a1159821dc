using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining.Snapshot;

/// <summary>Which rows are there to learn from; in the section <c>Retraining</c>.</summary>
public sealed class SnapshotOptions
{
    /// <summary>How many of the newest rows are kept to learn from.</summary>
    [Range(1_000, 1_000_000)]
    public int RecentRows { get; set; } = 24_000;

    /// <summary>The newest rows, which the data-quality checks may not have spoken about yet: nothing is learned from them.</summary>
    [Range(0, 10_000)]
    public int JudgeMargin { get; set; } = 50;
}
