using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.DriftDetection;

/// <summary>Everything tunable in this service; section <c>DriftDetection</c>.</summary>
public sealed class DriftDetectionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "DriftDetection";

    /// <summary>The model's name in messages and metrics; taken from <c>Model:Name</c>, which all services share.</summary>
    [Required]
    public string Model { get; set; } = "hits";

    /// <summary>Health is published at most once in so many rows.</summary>
    [Range(1, 1_000_000)]
    public int HealthEveryRows { get; set; } = 250;

    /// <summary>State is saved with every finding, and otherwise once in so many rows: what has to be read again after a restart.</summary>
    [Range(1, 100_000_000)]
    public int SaveEveryRows { get; set; } = 50_000;

    /// <summary>Records read before the pump decides and publishes.</summary>
    [Range(1, 1_000_000)]
    public int RecordsPerRound { get; set; } = 500;
}
