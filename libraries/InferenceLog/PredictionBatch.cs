namespace MonitoringDemo.InferenceLog;

/// <summary>Rows answered by one request.</summary>
/// <param name="FirstRow">The number of the first row; prediction ids are <c>p-{row}</c>.</param>
/// <param name="FeatureCount">Values in a row.</param>
/// <param name="Features">Row-major, <c>Count × FeatureCount</c>; missing is NaN.</param>
/// <param name="ModelVersion">The version that answered: the champion, or a canary.</param>
/// <param name="Scores">Its score, per row: the probability of class 1, or of more than two classes the answered one with its probability.</param>
/// <param name="StaticScores">The same of version 1, never updated, per row.</param>
/// <param name="ShadowVersion">The version scored beside it; 0 when there was none.</param>
/// <param name="ShadowScores">Its scores, per row; empty when there was none.</param>
/// <param name="RequestId">What the caller named the request, if anything.</param>
/// <param name="TraceParent">The W3C trace context of the request, if it was traced.</param>
public sealed record PredictionBatch(
    long FirstRow,
    int FeatureCount,
    double[] Features,
    int ModelVersion,
    double[] Scores,
    double[] StaticScores,
    int ShadowVersion,
    double[] ShadowScores,
    string? RequestId,
    string? TraceParent) : LogRecord
{
    /// <summary>When each row happened (see <see cref="EventTime"/>); empty when none of them has a time.</summary>
    public long[] EventTimes { get; init; } = [];

    /// <summary>Whether a canary answered. The shadow then is the champion, with what it would have answered.</summary>
    public bool ByCanary { get; init; }

    /// <summary>How long the version that answered took to score the rows, in nanoseconds; 0 where it was not measured, as is all but a canary.</summary>
    public long ScoreNanoseconds { get; init; }

    /// <summary>The same of the version scored beside it: both are measured, or neither.</summary>
    public long ShadowNanoseconds { get; init; }

    /// <summary>How many rows.</summary>
    public int Count => Scores.Length;

    /// <summary>The values of one row of the batch.</summary>
    /// <param name="index">From 0 to <see cref="Count"/>.</param>
    public ReadOnlySpan<double> Row(int index) => Features.AsSpan(index * FeatureCount, FeatureCount);

    /// <summary>The same for a writer, which numbers the rows itself.</summary>
    public PredictionRows AsRows() => new()
    {
        FeatureCount = FeatureCount,
        Features = Features,
        ModelVersion = ModelVersion,
        Scores = Scores,
        StaticScores = StaticScores,
        ShadowVersion = ShadowVersion,
        ShadowScores = ShadowScores,
        RequestId = RequestId,
        TraceParent = TraceParent,
        EventTimes = EventTimes,
        ByCanary = ByCanary,
        ScoreNanoseconds = ScoreNanoseconds,
        ShadowNanoseconds = ShadowNanoseconds,
    };
}
