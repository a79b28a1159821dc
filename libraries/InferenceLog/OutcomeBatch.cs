namespace MonitoringDemo.InferenceLog;

/// <summary>What really happened to rows served before. A row stands in at most one outcome batch.</summary>
/// <param name="Rows">The rows' numbers, in the order in which the outcomes arrived.</param>
/// <param name="Labels">The class of each row, 0 or 1 where there are two.</param>
public sealed record OutcomeBatch(long[] Rows, byte[] Labels) : LogRecord
{
    /// <summary>How many outcomes.</summary>
    public int Count => Rows.Length;
}
