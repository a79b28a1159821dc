namespace MonitoringDemo.Retraining.StandBy;

/// <summary>How far the work has come, for whoever goes on with it. What was found, decided and ordered is in the journal.</summary>
/// <param name="PublishedTo">The last entry of the journal whose messages are out.</param>
/// <param name="ReadFrom">The record of the log from which on another process has to read to hold the same rows.</param>
/// <param name="ReadTo">The record that is read next.</param>
internal sealed record WorkPlace(long PublishedTo, long ReadFrom, long ReadTo)
{
    public static WorkPlace Start { get; } = new(0, 0, 0);
}
