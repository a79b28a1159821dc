using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry;

public sealed class ObservableInstrumentTests : IDisposable
{
    private static int _count;
    private readonly Meter _meter = new($"MonitoringDemo.ObservableTests.{Interlocked.Increment(ref _count)}");

    public void Dispose() => _meter.Dispose();

    [Fact]
    public async Task An_observable_series_that_is_no_longer_reported_is_gone_and_every_other_stays()
    {
        await using var service = await TestService.StartAsync();
        Measurement<int>[] reported = [new(1, Tag("version", "6"))];
        _meter.CreateObservableGauge("mlops_seen_info", () => reported);
        Measurement<long>[] total = [new(9)];
        _meter.CreateObservableCounter("mlops_seen", () => total);
        _meter.CreateCounter<long>("mlops_quiet").Add(2, Tag("a", "b"));
        _meter.CreateGauge<long>("mlops_quiet_level").Record(7);

        var first = await service.ScrapeAsync();
        (reported, total) = ([new(1, Tag("version", "7"))], []);
        var second = await service.ScrapeAsync();
        reported = [];
        var third = await service.ScrapeAsync();

        first["mlops_seen_info{version=\"6\"}"].ShouldBe("1");
        first["mlops_seen_total"].ShouldBe("9");
        second.Starting("mlops_seen_info{").ShouldHaveSingleItem().ShouldStartWith("mlops_seen_info{version=\"7\"}");
        second.Starting("mlops_seen_total").ShouldBeEmpty();
        third.Starting("mlops_seen_info{").ShouldBeEmpty();
        third["mlops_quiet_total{a=\"b\"}"].ShouldBe("2");
        third["mlops_quiet_level"].ShouldBe("7");
        third.ShouldBeOpenMetrics();
    }

    [Fact]
    public async Task An_observable_counter_that_began_anew_shows_its_new_value()
    {
        await using var service = await TestService.StartAsync();
        var value = 10.5;
        _meter.CreateObservableCounter("mlops_anew", () => value);

        var before = await service.ScrapeAsync();
        value = 0.5;
        var after = await service.ScrapeAsync();

        before["mlops_anew_total"].ShouldBe("10.5");
        after["mlops_anew_total"].ShouldBe("0.5");
    }

    [Fact]
    public async Task An_instrument_that_cannot_be_read_is_told_and_the_others_are_shown()
    {
        using var log = new CollectedLog();
        await using var service = await TestService.StartAsync(builder => builder.Logging.AddProvider(log));
        var fails = false;
        var meter = service.Services.GetRequiredService<IMeterFactory>().Create("MonitoringDemo.Failing");
        meter.CreateObservableGauge("mlops_failing", () => fails ? throw new InvalidOperationException("no reading") : 1);
        meter.CreateObservableGauge("mlops_working", () => 2);

        var before = await service.ScrapeAsync();
        fails = true;
        var after = await service.ScrapeAsync();

        before["mlops_failing"].ShouldBe("1");
        after.Starting("mlops_failing").ShouldBeEmpty();
        after["mlops_working"].ShouldBe("2");
        log.With("no reading").ShouldHaveSingleItem();
    }

    private static KeyValuePair<string, object?> Tag(string key, object? value) => new(key, value);
}
