using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.ControlRoom;

/// <summary>Section <c>ControlRoom</c>.</summary>
public sealed class ControlRoomOptions
{
    public const string Section = "ControlRoom";

    /// <summary>Where the traffic service lists its scenarios; without it, this process is asked.</summary>
    public Uri? TrafficUrl { get; set; }

    /// <summary>Where a browser finds the retraining service, which has the reports of incidents; without it, they are in this process.</summary>
    public Uri? RetrainingUrl { get; set; }

    /// <summary>How long an open page hears nothing before it is told that the line is alive.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Serve the page from this folder instead of the built copy: while working on it, a reload shows the edit.</summary>
    public string? PageDirectory { get; set; }
}
