using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining;

/// <summary>Everything tunable in this service; section <c>Retraining</c>.</summary>
public sealed class RetrainingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Retraining";

    /// <summary>The trainer used unless a command names another.</summary>
    [Required]
    public string Trainer { get; set; } = "binned-logistic";

    /// <summary>Whether trainers that exist to be caught by a gate may run. Scenarios need it; production does not.</summary>
    public bool AllowDrills { get; set; }
}
