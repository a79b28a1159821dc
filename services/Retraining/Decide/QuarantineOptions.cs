using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Which rows are kept out of training, and which harm too little for that; in the section <c>Retraining</c>.</summary>
public sealed class QuarantineOptions
{
    /// <summary>Rows put in quarantine on either side of a data-quality finding whose onset is an estimate; none where the check knows the broken rows.</summary>
    [Range(0, 10_000)]
    public int QuarantineMargin { get; set; } = 25;

    /// <summary>Rows in which a feature is broken are learned from where its share of what moves the champion's scores is smaller,</summary>
    [Range(0.0, 1.0)]
    public double LeastImportance { get; set; } = 0.01;

    /// <summary>and where the broken values move a score by less on average. The finding is told all the same.</summary>
    [Range(0.0, 1.0)]
    public double LeastEffect { get; set; } = 0.01;
}
