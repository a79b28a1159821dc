namespace MonitoringDemo.ControlRoom;

/// <summary>Asks the page of a fleet how things stand, for a host that shows several fleets.</summary>
public interface IFleetGlance
{
    /// <summary>How things stand now. Safe from any thread.</summary>
    FleetGlance Now { get; }
}
