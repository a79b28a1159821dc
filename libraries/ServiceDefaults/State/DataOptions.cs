namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>Where state lives. Section <c>Data</c>.</summary>
public sealed class DataOptions
{
    /// <summary>The section in the configuration.</summary>
    public const string Section = "Data";

    /// <summary>The data directory; by default <c>.demo</c> at the root of the repository, wherever the command is typed.</summary>
    public string? Directory { get; set; }

    /// <summary>True when several processes of the service share that directory, as containers of one volume do: each then works in a folder of its own in it.</summary>
    public bool Replicas { get; set; }
}
