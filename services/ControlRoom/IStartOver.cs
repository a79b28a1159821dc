namespace MonitoringDemo.ControlRoom;

/// <summary>Begins a fresh world. Registered only by a host that runs every service itself, and so can empty the data directory.</summary>
public interface IStartOver
{
    /// <summary>Asks for it and returns at once: the host stops, clears its data directory and starts again at the same address.</summary>
    void Begin();
}
