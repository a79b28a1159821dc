using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Traffic.Live;

namespace MonitoringDemo.Traffic;

/// <summary>Every metric name of this service.</summary>
internal sealed class TrafficTelemetry : IDisposable
{
    public const string MeterName = "MonitoringDemo.Traffic";

    private readonly Meter _meter;
    private readonly Counter<long> _songs;
    private readonly Counter<long> _failures;
    private readonly Gauge<double> _pace;
    private readonly Gauge<long> _row;
    private readonly Gauge<double> _scenario;
    private readonly Counter<long> _findings;
    private readonly string _model;

    public TrafficTelemetry(IMeterFactory meters, IOptions<TrafficOptions> options)
    {
        _model = options.Value.Model;
        _meter = meters.Create(MeterName);
        _songs = _meter.CreateCounter<long>("traffic_songs", "", "Songs whose prediction was acknowledged.");
        _failures = _meter.CreateCounter<long>("traffic_request_failures", "", "Requests to the inference service that failed; they are sent again.");
        _pace = _meter.CreateGauge<double>("traffic_songs_per_second", "", "The pace that is set; 0 while paused.");
        _row = _meter.CreateGauge<long>("traffic_next_row", "", "The next song.");
        _scenario = _meter.CreateGauge<double>("traffic_scenario_started_timestamp_seconds", "", "When the first song of a scenario was served, in Unix time; only of scenarios that began in this process.");
        _findings = _meter.CreateCounter<long>("traffic_findings", "", "Findings held against what the running scenario has to bring about.");
        foreach (var kind in FindingKinds.All)
        {
            foreach (var truth in FindingTruth.All) Found(kind, truth, 0);
        }

        Sent(0);
        _failures.Add(0);
    }

    public void Sent(int songs) => _songs.Add(songs);

    public void Failed() => _failures.Add(1);

    /// <summary>What the world does from now on: the truth that findings can be held against.</summary>
    public void ScenarioBegan(string scenario, DateTimeOffset at) =>
        _scenario.Record(at.ToUnixTimeMilliseconds() / 1000.0, new("model", _model), new("scenario", scenario));

    /// <summary>What the truth says of findings.</summary>
    /// <param name="kind">One of <see cref="FindingKinds"/>.</param>
    /// <param name="truth">One of <see cref="FindingTruth.All"/>.</param>
    /// <param name="findings">How many.</param>
    public void Found(string kind, string truth, int findings) => _findings.Add(findings, new("model", _model), new("kind", kind), new("truth", truth));

    public void Show(TrafficState state)
    {
        _pace.Record(state.Pace);
        _row.Record(state.NextRow);
    }

    public void Dispose() => _meter.Dispose();
}
