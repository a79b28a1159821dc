using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using MonitoringDemo.DriftDetection.TellIncidents;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.ServiceDefaults.Telemetry;

namespace MonitoringDemo.DriftDetection;

/// <summary>What was found, what of it holds, and how long what has ended held.</summary>
internal sealed class FindingsTelemetry
{
    private readonly TimeProvider _time;
    private readonly string _model;
    private readonly Counter<long> _found;
    private readonly Histogram<double> _held;

    // When this process told of it; one that a former process told of has no beginning here, and gives no duration.
    // On the clock by which findings are dated, which need not be the machine's.
    private readonly Dictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);
    private volatile IReadOnlyDictionary<string, int> _open = new Dictionary<string, int>();

    public FindingsTelemetry(IMeterFactory meters, IOptions<DriftDetectionOptions> options, TimeProvider time)
    {
        (_time, _model) = (time, options.Value.Model);
        var meter = meters.Create(DriftDetectionTelemetry.Name);
        _found = meter.CreateCounter<long>("mlops_findings", "", "Findings, by kind.");
        _held = ExpectedDurations(_model).CreateIn(meter);
        meter.CreateObservableGauge("mlops_findings_open", Open, "", "Findings that hold, by kind.");
        foreach (var kind in FindingKinds.All) _found.Add(0, Model(), Kind(kind));
    }

    /// <summary>Shown at zero from the start.</summary>
    public static ExpectedHistogram ExpectedDurations(string model) => new(
        "mlops_finding_duration_seconds",
        "From a finding to its end: until the data are well, or accuracy is back.",
        [1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 21600, 86400],
        [.. FindingKinds.All.Select(kind => new KeyValuePair<string, string>[] { new("model", model), new("kind", kind) })]);

    /// <param name="incidents">What is new.</param>
    /// <param name="open">Every finding that holds after it.</param>
    public void Told(IReadOnlyList<IncidentNews> incidents, IEnumerable<ToldFinding> open)
    {
        foreach (var finding in incidents.SelectMany(incident => incident.Found))
        {
            _found.Add(1, Model(), Kind(finding.Kind));
            _since[finding.Id] = _time.GetUtcNow();
        }

        foreach (var cleared in incidents.SelectMany(incident => incident.Cleared))
        {
            if (_since.Remove(cleared.FindingId, out var since)) _held.Record(Math.Max(0, (_time.GetUtcNow() - since).TotalSeconds), Model(), Kind(cleared.Kind));
        }

        _open = open.CountBy(finding => finding.Kind).ToDictionary();
    }

    /// <summary>Another process tells from here on.</summary>
    public void StandsBy()
    {
        _since.Clear();
        _open = new Dictionary<string, int>();
    }

    private IEnumerable<Measurement<int>> Open() =>
        FindingKinds.All.Select(kind => new Measurement<int>(_open.GetValueOrDefault(kind), Model(), Kind(kind)));

    private KeyValuePair<string, object?> Model() => new("model", _model);

    private static KeyValuePair<string, object?> Kind(string kind) => new("kind", kind);
}
