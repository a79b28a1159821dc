namespace MonitoringDemo.InferenceLog;

/// <summary>Rows with known labels from before the first model: never served, model 1 is trained on them.</summary>
/// <param name="FirstRow">The number of the first row.</param>
/// <param name="FeatureCount">Values in a row.</param>
/// <param name="Features">Row-major, <c>Count × FeatureCount</c>; missing is NaN.</param>
/// <param name="Labels">The class of each row, 0 or 1 where there are two.</param>
/// <param name="Complete">True when no history comes after it.</param>
public sealed record HistoryBatch(long FirstRow, int FeatureCount, double[] Features, byte[] Labels, bool Complete) : LogRecord
{
    /// <summary>When each row happened (see <see cref="EventTime"/>); empty when none of them has a time.</summary>
    public long[] EventTimes { get; init; } = [];

    /// <summary>How many rows.</summary>
    public int Count => Labels.Length;
}
