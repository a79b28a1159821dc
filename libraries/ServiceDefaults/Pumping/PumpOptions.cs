using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.ServiceDefaults.Pumping;

/// <summary>How pumps are driven. Section <c>Pump</c>.</summary>
public sealed class PumpOptions
{
    /// <summary>The section in the configuration.</summary>
    public const string Section = "Pump";

    /// <summary>True when a driver calls the pumps step by step; no loop runs then.</summary>
    public bool Lockstep { get; set; }

    /// <summary>How long a pump that found nothing to do rests, unless it is woken.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMilliseconds(100);
}
