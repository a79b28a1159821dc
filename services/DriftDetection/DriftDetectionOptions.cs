using System.ComponentModel.DataAnnotations;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.DriftDetection;

/// <summary>Everything tunable in this service; section <c>DriftDetection</c>.</summary>
public sealed class DriftDetectionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "DriftDetection";

    /// <summary>The model's name in messages and metrics; that of the <see cref="ModelSlot"/>.</summary>
    [Required]
    public string Model { get; set; } = ModelSlot.DefaultModel;

    /// <summary>Health is published once in so many rows, however fast they come.</summary>
    [Range(1, 1_000_000)]
    public int HealthEveryRows { get; set; } = 250;

    /// <summary>Live, also after this time when rows came in, so that a page moves with a slow stream. Never in lockstep, which has no time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan HealthEvery { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>State is saved with every finding, and otherwise once in so many rows: what has to be read again after a restart.</summary>
    [Range(1, 100_000_000)]
    public int SaveEveryRows { get; set; } = 50_000;

    /// <summary>The monitor's windows and thresholds; section <c>DriftDetection:Monitor</c>. With other settings than those of before, the log is read again from its start.</summary>
    public MonitorOptions Monitor { get; set; } = new();

    /// <summary>Files of assemblies with detectors, tests and data-quality checks of your own: absolute, or relative to the working directory.</summary>
    public IList<string> Assemblies { get; } = [];

    /// <summary>Detectors that are switched off, to see what happens without them: data-quality checks are not asked, and what the others find is not told. Names as in findings, for instance <c>unit-change</c> or <c>shift</c>.</summary>
    public IList<string> DisabledDetectors { get; } = [];

    /// <summary>Records read before the pump decides and publishes.</summary>
    [Range(1, 1_000_000)]
    public int RecordsPerRound { get; set; } = 500;
}
