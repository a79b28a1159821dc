using Microsoft.Extensions.Options;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.DriftDetection.TellIncidents;

namespace MonitoringDemo.DriftDetection.ShowDrift;

/// <summary>What the pump saw last; requests read it.</summary>
internal sealed class DriftShown(IOptions<DriftDetectionOptions> options)
{
    private volatile DriftView _current = Nothing(options.Value.Model);

    public DriftView Current => _current;

    /// <summary>Another process sees from here on.</summary>
    public void Clear() => _current = Nothing(options.Value.Model);

    public void Show(MonitorHealth health, ModelMonitor monitor, ToldIncidents incidents) => _current = new DriftView(
        options.Value.Model,
        health.Row,
        health.ChampionVersion,
        health.CheckedAtRow,
        health.Features,
        health.Prediction,
        health.Accuracy ?? _current.Accuracy,
        [.. monitor.Open.Select(finding => new OpenFinding(incidents.OpenFindings.GetValueOrDefault(finding.Id)?.UpdateId, FindingMessages.Of(finding)))],
        health.Estimate,
        monitor.Advice);

    private static DriftView Nothing(string model) => new(model, 0, 0, -1, [], null, null, []);
}
