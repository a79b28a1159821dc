namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>Where state lives. Section <c>Data</c>.</summary>
public sealed class DataOptions
{
    /// <summary>The section in the configuration.</summary>
    public const string Section = "Data";

    /// <summary>The data directory; by default <c>.demo</c> at the root of the repository, wherever the command is typed.</summary>
    public string? Directory { get; set; }
}
