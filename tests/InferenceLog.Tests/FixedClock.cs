namespace MonitoringDemo.InferenceLog.Tests;

/// <summary>A clock that stands still, so that a record's bytes can be foretold.</summary>
public sealed class FixedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
}
