namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>Where state is files: whoever has claimed the data directory is the one that works, for as long as it runs.</summary>
public sealed class UnsharedLease : ILease
{
    /// <inheritdoc/>
    public long? Fence => 0;

    /// <inheritdoc/>
    public void Lost(long fence)
    {
    }
}
