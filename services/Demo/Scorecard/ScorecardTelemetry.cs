using System.Diagnostics.Metrics;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Demo.Scorecard;

/// <summary>The scorecard as a metric.</summary>
internal sealed class ScorecardTelemetry
{
    public const string Name = "MonitoringDemo.Scorecard";

    public ScorecardTelemetry(IMeterFactory meters, LiveScore score, ModelSlot slot) => meters.Create(Name).CreateObservableGauge(
        "mlops_scorecard_points", () => score.Sections.Select(section => new Measurement<double>(section.Value, new("model", slot.Model), new("section", section.Key))),
        description: "Points of each section of the ML Test Score, of 7; the final score is the least of them.");
}
