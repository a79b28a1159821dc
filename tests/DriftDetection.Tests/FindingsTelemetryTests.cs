using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MonitoringDemo.DriftDetection.TellIncidents;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.ServiceDefaults.Time;

namespace MonitoringDemo.DriftDetection.Tests;

public sealed class FindingsTelemetryTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly Dictionary<string, double> _seen = [];
    private readonly MeterListener _listener = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly FindingsTelemetry _telemetry;

    public FindingsTelemetryTests()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, me) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters)) me.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _seen[Name(instrument, tags)] = _seen.GetValueOrDefault(Name(instrument, tags)) + value);
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => _seen[Name(instrument, tags)] = value);
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _seen[Name(instrument, tags)] = value);
        _listener.Start();
        _telemetry = new FindingsTelemetry(meters, Options.Create(new DriftDetectionOptions { Model = "hits" }), _clock);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    [Fact]
    public void A_finding_is_counted_held_open_and_timed_until_its_end()
    {
        var atStart = _seen.Keys.ToList();
        var news = new IncidentNews("hits-8000") { Found = { Found("f", FindingKinds.DataQuality) } };
        _telemetry.Told([news], [new ToldFinding("hits-8000", FindingKinds.DataQuality, "tempo")]);
        _listener.RecordObservableInstruments();
        var open = _seen["mlops_findings_open data-quality"];

        _clock.Advance(TimeSpan.FromSeconds(40));
        _telemetry.Told([new IncidentNews("hits-8000") { Cleared = { new ClearedFinding("f", FindingKinds.DataQuality, "tempo", 9_000) } }], []);
        _listener.RecordObservableInstruments();

        atStart.ShouldBe(FindingKinds.All.Select(kind => $"mlops_findings {kind}"), "every kind begins at 0");
        _seen["mlops_findings data-quality"].ShouldBe(1);
        open.ShouldBe(1);
        _seen["mlops_findings_open data-quality"].ShouldBe(0);
        _seen["mlops_finding_duration_seconds data-quality"].ShouldBe(40);
    }

    [Fact]
    public void A_finding_of_the_process_before_is_open_and_has_no_duration()
    {
        _telemetry.Told([], [new ToldFinding("hits-8000", FindingKinds.DataDrift, "tempo"), new ToldFinding("hits-8000", FindingKinds.DataDrift, "energy")]);
        _listener.RecordObservableInstruments();

        _telemetry.Told([new IncidentNews("hits-8000") { Cleared = { new ClearedFinding("f", FindingKinds.DataDrift, "tempo", 9_000) } }], []);

        _seen["mlops_findings_open data-drift"].ShouldBe(2);
        _seen.ShouldNotContainKey("mlops_finding_duration_seconds data-drift");
    }

    [Fact]
    public void A_duration_goes_by_the_clock_that_dates_findings()
    {
        var songs = new LockstepClock();
        var telemetry = new FindingsTelemetry(_services.GetRequiredService<IMeterFactory>(), Options.Create(new DriftDetectionOptions { Model = "hits" }), songs);
        telemetry.Told([new IncidentNews("hits-8000") { Found = { Found("f", FindingKinds.RealisedPerformance) } }], []);

        songs.SetRow(1_200);
        telemetry.Told([new IncidentNews("hits-8000") { Cleared = { new ClearedFinding("f", FindingKinds.RealisedPerformance, null, 9_000) } }], []);

        _seen["mlops_finding_duration_seconds realised-performance"].ShouldBe(1_200);
    }

    private static Finding Found(string id, string kind) => new(id, 8_100, kind, "tempo", "unit-change", 9, 1, 8_000, 8_000, 8_100, "tempo is broken.");

    private static string Name(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => $"{instrument.Name} {tags[1].Value}";
}
