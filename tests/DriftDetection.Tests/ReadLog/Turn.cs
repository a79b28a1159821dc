using MonitoringDemo.ServiceDefaults.StandBy;

namespace MonitoringDemo.DriftDetection.Tests.ReadLog;

/// <summary>What one process knows of the lease.</summary>
internal sealed class Turn : ILease
{
    public long? Fence { get; set; }

    public void Lost(long fence) => Fence = null;
}
