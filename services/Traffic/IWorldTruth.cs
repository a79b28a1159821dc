namespace MonitoringDemo.Traffic;

/// <summary>Asks what really happens to the world, secrets included. For a host that judges who watches the fleet; it is on no page and in no answer of this service.</summary>
public interface IWorldTruth
{
    /// <summary>What happens now; null until the live loop has begun. Safe from any thread.</summary>
    WorldTruth? Now { get; }
}
