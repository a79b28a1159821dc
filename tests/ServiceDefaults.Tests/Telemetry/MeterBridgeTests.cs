using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry;

public sealed class MeterBridgeTests : IDisposable
{
    private static int _count;
    private readonly Meter _meter = new($"MonitoringDemo.BridgeTests.{Interlocked.Increment(ref _count)}");

    public void Dispose() => _meter.Dispose();

    [Fact]
    public async Task What_is_recorded_before_the_host_is_built_or_started_is_on_the_page()
    {
        using var data = new TemporaryData();
        var early = _meter.CreateCounter<long>("mlops_early");
        await using var app = TestService.Build(data, _ => early.Add(3));
        early.Add(4);
        await app.StartAsync(TestContext.Current.CancellationToken);
        early.Add(5);

        using var client = new HttpClient();
        var page = new Page(await client.GetStringAsync(new Uri(app.Urls.First() + "/metrics"), TestContext.Current.CancellationToken));

        page["mlops_early_total"].ShouldBe("12");
    }

    [Fact]
    public async Task What_is_under_way_on_the_bus_comes_down_to_zero_although_the_step_down_names_an_exception()
    {
        await using var service = await TestService.StartAsync();
        using var bus = new Meter("MassTransit");
        var active = bus.CreateCounter<long>("messaging.bridge.active", "ea");
        active.Add(1, Tag("messaging.masstransit.consumer_type", "C"));
        active.Add(-1, Tag("messaging.masstransit.consumer_type", "C"), Tag("messaging.masstransit.exception_type", "E"));

        var page = await service.ScrapeAsync();

        page.Starting("messaging_bridge_active{").ShouldHaveSingleItem();
        page["messaging_bridge_active{messaging_masstransit_consumer_type=\"C\"}"].ShouldBe("0");
    }

    [Fact]
    public async Task The_same_tags_in_another_order_and_the_same_text_of_another_type_are_one_series()
    {
        await using var service = await TestService.StartAsync();
        var counter = _meter.CreateCounter<long>("mlops_orders");
        counter.Add(1, Tag("a", 1), Tag("b", true));
        counter.Add(2, Tag("b", "true"), Tag("a", 1L));
        counter.Add(4, Tag("b", true), Tag("a", "1"), Tag("c", null));

        var page = await service.ScrapeAsync();

        page.Starting("mlops_orders_total").ShouldHaveSingleItem();
        page["mlops_orders_total{a=\"1\",b=\"true\"}"].ShouldBe("7");
    }

    [Fact]
    public async Task Every_type_of_number_and_every_kind_of_instrument_is_shown()
    {
        await using var service = await TestService.StartAsync();
        _meter.CreateCounter<byte>("mlops_bytes").Add(200);
        _meter.CreateCounter<short>("mlops_shorts").Add(300);
        _meter.CreateCounter<float>("mlops_floats").Add(0.5f);
        _meter.CreateCounter<decimal>("mlops_decimals").Add(0.25m);
        _meter.CreateObservableUpDownCounter("mlops_up_and_down", () => -3);
        _meter.CreateUpDownCounter<int>("mlops_steps").Add(-1);
        _meter.CreateGauge<double>("mlops_level").Record(2.5);
        _meter.CreateHistogram("mlops_sizes", advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [10, 20] }).Record(15);

        var page = await service.ScrapeAsync();

        foreach (var (series, value) in new[]
        {
            ("mlops_bytes_total", "200"), ("mlops_shorts_total", "300"), ("mlops_floats_total", "0.5"), ("mlops_decimals_total", "0.25"), ("mlops_up_and_down", "-3"),
            ("mlops_steps", "-1"), ("mlops_level", "2.5"), ("mlops_sizes_bucket{le=\"10.0\"}", "0"), ("mlops_sizes_bucket{le=\"20.0\"}", "1"), ("mlops_sizes_bucket{le=\"+Inf\"}", "1"),
        })
            page[series].ShouldBe(value);
        page.Starting("mlops_sizes_bucket").Count().ShouldBe(3);
    }

    [Fact]
    public async Task Two_hosts_in_one_process_do_not_mix_and_share_what_belongs_to_the_process()
    {
        await using var one = await TestService.StartAsync();
        await using var other = await TestService.StartAsync();
        CounterOf(one).Add(1);
        CounterOf(other).Add(20);
        _meter.CreateCounter<long>("mlops_process").Add(3);

        var (first, second) = (await one.ScrapeAsync(), await other.ScrapeAsync());

        first["mlops_hosts_total"].ShouldBe("1");
        second["mlops_hosts_total"].ShouldBe("20");
        first["mlops_process_total"].ShouldBe("3");
        second["mlops_process_total"].ShouldBe("3");
    }

    [Fact]
    public async Task What_cannot_be_shown_is_told_once_and_harms_nothing_else()
    {
        using var log = new CollectedLog();
        await using var service = await TestService.StartAsync(builder => builder.Logging.AddProvider(log));
        _meter.CreateGauge<long>("mlops_clash").Record(1);
        _meter.CreateCounter<long>("mlops_clash_total").Add(1);
        var counter = _meter.CreateCounter<double>("mlops_backwards");
        foreach (var step in new[] { 2, -1, double.NaN, double.PositiveInfinity }) counter.Add(step);
        _meter.CreateCounter<long>("mlops_labelled").Add(1, Tag("le", "x"), Tag("__reserved", "y"), Tag("1st", "z"));

        var page = await service.ScrapeAsync();
        page = await service.ScrapeAsync();

        page.ShouldBeOpenMetrics();
        page["mlops_clash"].ShouldBe("1");
        page.Starting("mlops_clash_total").ShouldBeEmpty();
        page["mlops_backwards_total"].ShouldBe("2");
        page["mlops_labelled_total{_1st=\"z\",_reserved=\"y\",exported_le=\"x\"}"].ShouldBe("1");
        log.With("mlops_clash").ShouldHaveSingleItem();
        log.With("mlops_backwards").ShouldHaveSingleItem().ShouldContain("-1");
    }

    [Fact]
    public async Task A_measurement_with_known_labels_takes_no_memory()
    {
        await using var service = await TestService.StartAsync();
        var meter = service.Services.GetRequiredService<IMeterFactory>().Create("MonitoringDemo.Frugal");
        var (counter, histogram) = (meter.CreateCounter<long>("mlops_frugal"), meter.CreateHistogram<double>("mlops_frugal_seconds"));
        var tags = new TagList { { "model", "hits" }, { "stage", "total" } };
        Measure(1000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Measure(1000);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;

        taken.ShouldBe(0);
        void Measure(int times)
        {
            for (var i = 0; i < times; i++)
            {
                counter.Add(1, tags);
                histogram.Record(0.01, tags);
            }
        }
    }

    private static Counter<long> CounterOf(TestService service) =>
        service.Services.GetRequiredService<IMeterFactory>().Create("MonitoringDemo.Hosts").CreateCounter<long>("mlops_hosts");

    private static KeyValuePair<string, object?> Tag(string key, object? value) => new(key, value);
}
