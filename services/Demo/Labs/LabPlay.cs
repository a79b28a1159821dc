using MonitoringDemo.Demo.Labs.Alerts;
using MonitoringDemo.Demo.Report;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Demo.Labs;

/// <summary>What came of a world: what the fleet said, and every row with its outcome.</summary>
/// <param name="World">What was played.</param>
/// <param name="Report">As <c>run</c> writes it.</param>
/// <param name="Findings">As they were published.</param>
/// <param name="Experiments">Every candidate of every training run, and what came of it.</param>
/// <param name="Rows">What was served and what became of it.</param>
internal sealed record LabPlay(LabWorld World, RunReport Report, IReadOnlyList<Finding> Findings, IReadOnlyList<ExperimentView> Experiments, LabRows Rows)
{
    /// <summary>What the fleet exported; nothing unless the world says so.</summary>
    public RecordedMetrics Metrics { get; init; } = new([]);

    public long Onset => World.Manifest.Onset;
}
