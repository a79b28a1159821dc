using System.ComponentModel.DataAnnotations;

namespace MonitoringDemo.Retraining.Release;

/// <summary>How long the processes that serve are waited for, where there are several; in the section <c>Retraining</c>.</summary>
public sealed class RolloutOptions
{
    /// <summary>How long every live process has to load a release; after that it counts as served when one has loaded it, and as refused when none has and one refused it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ServedWithin { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a process that asked for the release counts as live. Each asks every <c>Inference:CompareEvery</c>, 5 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan LiveFor { get; set; } = TimeSpan.FromSeconds(20);
}
