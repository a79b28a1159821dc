namespace MonitoringDemo.Demo.Labs;

/// <summary>What a participant of lab 12 writes: a listener that adds up what the fleet spends.</summary>
public interface ICostAccountant
{
    /// <summary>What was spent so far, in money.</summary>
    double Total { get; }
}
