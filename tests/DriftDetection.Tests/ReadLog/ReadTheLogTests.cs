using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using MonitoringDemo.DriftDetection.ReadLog;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.DriftDetection.Tests.ReadLog;

public sealed class ReadTheLogTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly PublishedFindings _published = new();
    private readonly SmallWorld _world;

    private static IEnumerable<(string Key, string Value)> Off(params string[] detectors) => detectors.Select((name, i) => (FormattableString.Invariant($"DriftDetection:DisabledDetectors:{i}"), name));

    public ReadTheLogTests() => _world = new SmallWorld(_data.Path);

    public void Dispose()
    {
        _world.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task A_unit_change_is_reported_named_and_cleared_in_one_story()
    {
        await using var house = await DriftHouse.StartAsync(_data.Path, _published);

        await LiveThrough(house, (8_000, () => _world.InSeconds = true), (9_000, () => _world.InSeconds = false), (11_000, null));

        var reported = _published.Reported.ShouldHaveSingleItem();
        reported.UpdateId.ShouldBe("hits-8000");
        var finding = reported.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature, finding.Detector, finding.Onset).ShouldBe((FindingKinds.DataQuality, "duration_ms", "unit-change", 8_000));
        var cleared = _published.Cleared.ShouldHaveSingleItem();
        (cleared.UpdateId, cleared.Cleared.Single().FindingId, cleared.Cleared.Single().EndedAtRow).ShouldBe(("hits-8000", finding.Id, 9_000));
    }

    [Fact]
    public async Task Rows_that_a_canary_answers_are_the_champions_and_no_other_version_is_thought_to_serve()
    {
        await using var house = await DriftHouse.StartAsync(_data.Path, _published);

        await LiveThrough(house, (7_000, () => _world.ByCanary = true), (11_000, () => _world.ErrorRate = 0.6), (14_000, null));

        var finding = _published.Reported.ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(FindingKinds.RealisedPerformance);
        finding.Onset.ShouldBeInRange(10_900, 11_100);
        _published.Health.ShouldAllBe(health => health.ModelVersion == 1);
    }

    [Fact]
    public async Task A_clock_that_falls_back_is_reported_for_whole_rows_and_cleared_in_one_story()
    {
        await using var house = await DriftHouse.StartAsync(_data.Path, _published);

        await LiveThrough(house, (8_000, () => _world.ClockError = -86_400_000), (9_000, () => _world.ClockError = 0), (11_000, null));

        var finding = _published.Reported.ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature, finding.Detector).ShouldBe((FindingKinds.DataQuality, null, "clock-jump"));
        finding.Onset.ShouldBeInRange(7_975, 8_000);
        var cleared = _published.Cleared.ShouldHaveSingleItem().Cleared.ShouldHaveSingleItem();
        (cleared.FindingId, cleared.Feature).ShouldBe((finding.Id, null));
        cleared.EndedAtRow.ShouldBeInRange(9_000, 9_025);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_owner_accepts_ends_its_finding_and_stays_ended_over_a_restart(bool restart)
    {
        var house = await DriftHouse.StartAsync(_data.Path, _published);
        await LiveThrough(house, (8_000, () => _world.InSeconds = true), (9_000, () => _world.Accept("duration_ms")), (9_500, null));
        if (restart)
        {
            await house.DisposeAsync();
            house = await DriftHouse.StartAsync(_data.Path, _published);
        }

        await LiveThrough(house, (14_000, null));
        await house.DisposeAsync();

        var broken = _published.Reported.SelectMany(reported => reported.Findings).Where(finding => finding.Kind == FindingKinds.DataQuality).ShouldHaveSingleItem();
        _published.Cleared.SelectMany(cleared => cleared.Cleared).Where(cleared => cleared.FindingId == broken.Id).ShouldHaveSingleItem().EndedAtRow.ShouldBe(9_000);
    }

    [Fact]
    public async Task Errors_that_rise_are_reported()
    {
        await using var house = await DriftHouse.StartAsync(_data.Path, _published);

        await LiveThrough(house, (8_000, () => _world.ErrorRate = 0.6), (10_000, null));

        var finding = _published.Reported.ShouldHaveSingleItem().Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature).ShouldBe((FindingKinds.RealisedPerformance, null));
        finding.Row.ShouldBeLessThan(8_600);
    }

    [Fact]
    public async Task Detectors_that_are_switched_off_tell_nothing_and_the_others_go_on()
    {
        await using var house = await DriftHouse.StartAsync(_data.Path, _published, [.. Off("unit-change", "held-out-norm", "error-rise")]);

        await LiveThrough(house, (8_000, () => _world.InSeconds = true), (9_000, () => (_world.InSeconds, _world.ErrorRate) = (false, 0.6)), (11_000, null));

        var told = _published.Reported.SelectMany(reported => reported.Findings).Select(finding => finding.Detector).ToList();
        told.ShouldNotBeEmpty("a factor of 1,000 is out of range too");
        told.Intersect(["unit-change", "held-out-norm", "error-rise"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_round_that_told_something_is_written_down_once()
    {
        await using (var house = await DriftHouse.StartAsync(_data.Path, _published))
            await LiveThrough(house, (8_000, () => _world.InSeconds = true), (9_000, () => _world.InSeconds = false), (11_000, null));

        var (begins, rounds) = RoundTrail.Read(DriftDetectionModule.RoundsFile(new DataDirectory(_data.Path)));

        begins.ShouldBe(1);
        rounds.Count.ShouldBe(2, "found, and ended");
        rounds.ShouldAllBe(round => round.From < round.To);
    }

    [Fact]
    public async Task A_steady_world_gives_health_and_nothing_else()
    {
        await using var house = await DriftHouse.StartAsync(_data.Path, _published);

        await LiveThrough(house, (12_000, null));

        _published.Told.ShouldBeEmpty();
        _published.Health.Count.ShouldBe(16);
        _published.Health.Sum(health => health.Accuracy?.Outcomes ?? 0).ShouldBe(8_000 - 200);
        _published.Health[^1].Features.Select(feature => feature.Feature).ShouldBe(["tempo", "duration_ms", "mode"]);
        _published.Health[^1].Accuracy!.FleetCorrect.ShouldBeInRange(360, 440);
    }

    [Fact]
    public async Task The_accuracy_of_the_newest_rows_is_estimated_once_outcomes_have_calibrated_it_until_outcomes_contradict_it()
    {
        await using var house = await DriftHouse.StartAsync(_data.Path, _published);
        _world.IsCalibrated = true;

        await LiveThrough(house, (6_000, null), (9_000, () => (_world.IsCalibrated, _world.ErrorRate) = (false, 0.6)), (10_000, null));

        _published.Health.Where(health => health.Row <= 6_000).ShouldAllBe(health => health.Estimate == null);
        var calm = _published.Health.Single(health => health.Row == 9_000).Estimate!;
        (calm.Rows, calm.Trusted).ShouldBe((2_000, true));
        calm.Accuracy.ShouldBe(calm.Realised!.Value, 4 * calm.StandardError);
        calm.Outcomes.ShouldBeInRange(1_750, 1_900);
        _published.Health[^1].Estimate!.Trusted.ShouldBeFalse();
        var view = await house.Http.GetFromJsonAsync<JsonElement>("/v1/drift", TestContext.Current.CancellationToken);
        view.GetProperty("estimate").GetProperty("isTrusted").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Every_score_of_the_model_is_a_series_from_the_start_and_has_a_value_once_it_is_known()
    {
        await using var house = await DriftHouse.StartAsync(_data.Path, _published);
        var scores = new Dictionary<(object? Role, object? Metric, object? Basis), double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (house.Owns(instrument) && instrument.Name == "mlops_model_score") l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((_, value, tags, _) => scores[(Tag(tags, "role"), Tag(tags, "metric"), Tag(tags, "basis"))] = value);
        house.Get<DriftDetectionTelemetry>();
        _world.IsCalibrated = true;
        listener.Start();

        listener.RecordObservableInstruments();
        var atStart = scores.ToDictionary();
        await LiveThrough(house, (9_000, null));
        listener.RecordObservableInstruments();

        atStart.Keys.ShouldBe([("champion", "accuracy", "realised"), ("static", "accuracy", "realised"), ("champion", "accuracy", "estimated")], ignoreOrder: true);
        atStart.Values.ShouldAllBe(value => double.IsNaN(value));
        scores[("champion", "accuracy", "estimated")].ShouldBe(0.75, 0.03);
        scores[("champion", "accuracy", "realised")].ShouldBe(0.75, 0.05);
    }

    [Fact]
    public async Task Restarts_lose_nothing_and_repeat_nothing()
    {
        using var other = new TemporaryDirectory();
        using var sameWorld = new SmallWorld(other.Path);
        var expected = new PublishedFindings();
        await using (var house = await DriftHouse.StartAsync(other.Path, expected))
            await Live(sameWorld, house, () => Task.FromResult(house));

        DriftHouse? current = null;
        await Live(_world, null, async () =>
        {
            if (current is not null) await current.DisposeAsync();
            return current = await DriftHouse.StartAsync(_data.Path, _published, ("DriftDetection:SaveEveryRows", "1700"));
        });
        await current!.DisposeAsync();

        expected.Told.Count().ShouldBeGreaterThan(3);
        _published.Told.ShouldBe(expected.Told);
    }

    [Fact]
    public async Task What_was_saved_and_not_published_is_published_after_a_restart()
    {
        await using (var house = await DriftHouse.StartAsync(_data.Path, _published))
            await LiveThrough(house, (8_000, () => _world.InSeconds = true), (8_500, null));
        var toldBefore = _published.Told.ToList();

        // The file still holds the outbox: the process might have died before it published.
        await using (var again = await DriftHouse.StartAsync(_data.Path, _published))
            await again.DrainAsync();

        toldBefore.ShouldHaveSingleItem();
        _published.Told.ShouldBe(toldBefore);
        _published.Deliveries.ShouldBeGreaterThan(_published.Known.Count);
    }

    [Fact]
    public async Task A_state_that_no_longer_fits_makes_it_read_again_without_telling_again()
    {
        await using (var house = await DriftHouse.StartAsync(_data.Path, _published))
            await LiveThrough(house, (8_000, () => _world.InSeconds = true), (8_500, null));
        var checkpoint = new Checkpoint<DriftState>(Path.Combine(_data.Path, "drift", "state.json"));
        checkpoint.TryLoad(out var saved).ShouldBeTrue();
        checkpoint.Save(saved with { Monitor = [9, (byte)'o', (byte)'l', (byte)'d', 0, 0, 0, 0, 0, 0] });

        await using (var again = await DriftHouse.StartAsync(_data.Path, _published))
            await LiveThrough(again, (9_000, () => _world.InSeconds = false), (10_000, null));

        _published.Reported.ShouldHaveSingleItem();
        _published.Cleared.ShouldHaveSingleItem().Cleared.Single().EndedAtRow.ShouldBe(9_000);
    }

    [Fact]
    public async Task A_story_carries_on_the_trace_of_the_request_in_which_it_was_found()
    {
        using var listener = new ActivityListener { ShouldListenTo = _ => true, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);
        await using var house = await DriftHouse.StartAsync(_data.Path, _published);
        _world.TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        await LiveThrough(house, (8_000, () => _world.InSeconds = true), (8_500, null));

        _published.TraceIds.ShouldBe(["0af7651916cd43dd8448eb211c80319c"]);
    }

    [Fact]
    public async Task What_another_request_of_the_round_completed_is_linked_to_its_trace()
    {
        const string found = "1af7651916cd43dd8448eb211c80319c", ended = "2af7651916cd43dd8448eb211c80319c";
        var reports = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DriftDetectionTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = reports.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var house = await DriftHouse.StartAsync(_data.Path, _published);
        await LiveThrough(house, (8_000, null));

        (_world.InSeconds, _world.TraceParent) = (true, $"00-{found}-b7ad6b7169203331-01");
        _world.StepTo(8_500);
        (_world.InSeconds, _world.TraceParent) = (false, $"00-{ended}-b7ad6b7169203331-01");
        _world.StepTo(10_000);
        await house.DrainAsync();

        var report = reports.Single(span => span.TraceId.ToHexString() == found);
        report.Links.Select(link => link.Context.TraceId.ToHexString()).ShouldBe([ended]);
    }

    [Fact]
    public async Task The_page_shows_measurements_and_open_findings()
    {
        await using var house = await DriftHouse.StartAsync(_data.Path, _published);
        await LiveThrough(house, (8_000, () => _world.InSeconds = true), (9_000, null));

        var view = await house.Http.GetFromJsonAsync<JsonElement>("/v1/drift", TestContext.Current.CancellationToken);

        view.GetProperty("row").GetInt64().ShouldBe(9_000);
        view.GetProperty("championVersion").GetInt32().ShouldBe(1);
        var open = view.GetProperty("open").EnumerateArray().ShouldHaveSingleItem();
        open.GetProperty("updateId").GetString().ShouldBe("hits-8000");
        open.GetProperty("finding").GetProperty("feature").GetString().ShouldBe("duration_ms");
    }

    [Fact]
    public async Task Before_there_is_a_log_the_page_is_empty_and_the_pump_rests()
    {
        using var empty = new TemporaryDirectory();
        await using var house = await DriftHouse.StartAsync(empty.Path, _published);

        (await house.Get<ReadTheLog>().PumpAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();

        var view = await house.Http.GetFromJsonAsync<JsonElement>("/v1/drift", TestContext.Current.CancellationToken);
        view.GetProperty("features").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Every_metric_of_the_contract_is_emitted()
    {
        await using var house = await DriftHouse.StartAsync(_data.Path, _published);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (house.Owns(instrument)) l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, _, _, _) => { lock (names) names.Add(instrument.Name); });
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => { lock (names) names.Add(instrument.Name); });
        listener.Start();

        await LiveThrough(house, (7_000, null));
        listener.RecordObservableInstruments();

        names.ShouldBe(
        [
            "mlops_data_quality_violations", "mlops_drift_checks", "mlops_drift_last_check_timestamp_seconds", "mlops_drift_last_detected_timestamp_seconds",
            "mlops_feature_bin_ratio", "mlops_feature_drift_score", "mlops_feature_drift_threshold", "mlops_inference_log_lag", "mlops_inference_log_offset",
            "mlops_model_score", "mlops_prediction_drift_score",
        ]);
        house.Get<IOptions<DriftDetectionOptions>>().Value.Model.ShouldBe("hits");
    }

    private static object? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name) return tag.Value;
        }

        return null;
    }

    private async Task LiveThrough(DriftHouse house, params (long Row, Action? Then)[] times)
    {
        foreach (var (row, then) in times)
        {
            while (_world.NextRow < row)
            {
                _world.StepTo(_world.NextRow + 1);
                await house.DrainAsync();
            }

            then?.Invoke();
        }
    }

    private static async Task Live(SmallWorld world, DriftHouse? house, Func<Task<DriftHouse>> between)
    {
        foreach (var (row, then) in new (long, Action)[]
        {
            (7_500, () => { }), (8_000, () => world.InSeconds = true), (8_500, () => { }), (9_000, () => world.InSeconds = false),
            (9_500, () => world.ErrorRate = 0.6), (10_000, () => { }), (11_000, () => world.ErrorRate = 0.2), (13_500, () => { }),
        })
        {
            house = await between();
            while (world.NextRow < row)
            {
                world.StepTo(world.NextRow + 1);
                await house.DrainAsync();
            }

            then();
        }
    }
}
