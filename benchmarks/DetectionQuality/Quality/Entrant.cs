using MonitoringDemo.DetectionQuality.Streams;
using MonitoringDemo.Drift;

namespace MonitoringDemo.DetectionQuality.Quality;

/// <summary>A detector with its settings, as it enters the table.</summary>
/// <param name="Label">How the table calls it.</param>
/// <param name="Detector">The detector's own name.</param>
/// <param name="Make">A new one, made for a scenario.</param>
/// <param name="Entry">Where it may run, and beside whom.</param>
internal sealed record Entrant(string Label, string Detector, Func<Scenario, IDriftDetector> Make, Entry Entry)
{
    public bool Takes(Scenario scenario) => scenario.IsBinary ? Entry.Binary : Entry.Real;

    /// <summary>The reference's detector of the same settings.</summary>
    public string? Reference(Scenario scenario) => scenario.IsBinary ? Entry.BinaryReference : Entry.RealReference;
}
