using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining.Retire;

/// <summary>When versions go out of use by themselves; section <c>Retraining:Retirement</c>. By default none does, and what a person deprecates is archived after 30 days.</summary>
public sealed class RetirementOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Retraining:Retirement";

    /// <summary>How many of the newest versions stay active; older ones that are not needed are deprecated. 0 for all.</summary>
    [Range(0, 1_000_000)]
    public int KeepVersions { get; set; }

    /// <summary>How long after it was registered, or last in use, a version that is not needed is deprecated. 0 for never.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan DeprecateAfter { get; set; }

    /// <summary>How long a version is deprecated before it is archived: the notice that callers get.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ArchiveAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a version is archived before its artifact and rows are deleted. 0 for never.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan DeleteAfter { get; set; }
}
