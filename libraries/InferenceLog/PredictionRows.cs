namespace MonitoringDemo.InferenceLog;

/// <summary>What <see cref="PredictionBatch"/> holds, as spans: for a writer that keeps its rows in rented arrays.</summary>
public readonly ref struct PredictionRows
{
    /// <summary>Values in a row.</summary>
    public required int FeatureCount { get; init; }

    /// <summary>Row-major, <c>count × FeatureCount</c>.</summary>
    public required ReadOnlySpan<double> Features { get; init; }

    /// <summary>The version that answered: the champion, or a canary.</summary>
    public required int ModelVersion { get; init; }

    /// <summary>Its score, per row: the probability of class 1, or of more than two classes the answered one with its probability.</summary>
    public required ReadOnlySpan<double> Scores { get; init; }

    /// <summary>The same of version 1, per row.</summary>
    public required ReadOnlySpan<double> StaticScores { get; init; }

    /// <summary>The version scored beside it; 0 when there was none.</summary>
    public int ShadowVersion { get; init; }

    /// <summary>Its scores, per row; empty when there was none.</summary>
    public ReadOnlySpan<double> ShadowScores { get; init; }

    /// <summary>Whether a canary answered. The shadow then is the champion, with what it would have answered.</summary>
    public bool ByCanary { get; init; }

    /// <summary>How long the version that answered took to score the rows, in nanoseconds; 0 where it was not measured, as is all but a canary.</summary>
    public long ScoreNanoseconds { get; init; }

    /// <summary>The same of the version scored beside it: both are measured, or neither.</summary>
    public long ShadowNanoseconds { get; init; }

    /// <summary>When each row happened (see <see cref="EventTime"/>); empty when none of them has a time.</summary>
    public ReadOnlySpan<long> EventTimes { get; init; }

    /// <summary>What the caller named the request, if anything.</summary>
    public string? RequestId { get; init; }

    /// <summary>The W3C trace context of the request, if it was traced.</summary>
    public string? TraceParent { get; init; }
}
