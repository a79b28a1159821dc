using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MonitoringDemo.ServiceDefaults.Telemetry;
using MonitoringDemo.ServiceDefaults.Telemetry.Bridge;

namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry;

public sealed class SeriesSetTests
{
    [Fact]
    public async Task A_page_of_ten_thousand_series_is_whole_and_below_8_MB()
    {
        await using var service = await TestService.StartAsync();
        foreach (var family in Enumerable.Range(0, 5))
        {
            var counter = MeterOf(service).CreateCounter<long>($"mlops_family_{family}");
            for (var i = 0; i < 2_000; i++) counter.Add(1, new("model", "hits"), new("feature", $"feature-{i / 20}"), new("bin", i % 20));
        }

        var page = await service.ScrapeAsync();

        page.Starting("mlops_family_").Count().ShouldBe(10_000);
        page.Text.Length.ShouldBeLessThan(8_000_000);
    }

    [Fact]
    public async Task A_hundred_features_with_their_bins_and_windows_are_not_cut()
    {
        await using var service = await TestService.StartAsync();
        var bins = MeterOf(service).CreateGauge<double>("mlops_bins");
        foreach (var feature in Enumerable.Range(0, 100))
        {
            for (var bin = 0; bin < 40; bin++) bins.Record(bin, new("feature", $"feature-{feature}"), new("bin", bin / 2), new("window", bin % 2 == 0 ? "reference" : "current"));
        }

        var page = await service.ScrapeAsync();

        page.Starting("mlops_bins{bin=").Count().ShouldBe(4_000);
        page.Starting("mlops_bins{otel_metric_overflow").ShouldBeEmpty();
    }

    [Fact]
    public async Task Label_sets_beyond_the_bound_are_added_up_in_one_series_and_told_once()
    {
        using var log = new CollectedLog();
        await using var service = await TestService.StartAsync(builder => builder.Logging.AddProvider(log));
        var counter = MeterOf(service).CreateCounter<long>("mlops_many");
        for (var i = 0; i < SeriesSet.Most + 500; i++) counter.Add(1, Tag(i));

        var page = await service.ScrapeAsync();
        counter.Add(1, Tag(0));
        counter.Add(1, Tag(SeriesSet.Most + 1));
        var later = await service.ScrapeAsync();

        page.Starting("mlops_many_total{").Count().ShouldBe(SeriesSet.Most + 1);
        page["mlops_many_total{otel_metric_overflow=\"true\"}"].ShouldBe("500");
        later["mlops_many_total{i=\"0\"}"].ShouldBe("2");
        later["mlops_many_total{otel_metric_overflow=\"true\"}"].ShouldBe("501");
        log.With("mlops_many_total").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Label_sets_that_are_no_longer_reported_make_room()
    {
        await using var service = await TestService.StartAsync();
        var from = 0;
        MeterOf(service).CreateObservableCounter("mlops_passing", () => Enumerable.Range(from, SeriesSet.Most + 2).Select(i => new Measurement<long>(1, Tag(i))));

        var page = await service.ScrapeAsync();
        from = 10_000;
        var later = await service.ScrapeAsync();

        page["mlops_passing_total{otel_metric_overflow=\"true\"}"].ShouldBe("2");
        later.Starting("mlops_passing_total{").Count().ShouldBe(SeriesSet.Most + 1);
        later["mlops_passing_total{i=\"10000\"}"].ShouldBe("1");
        later["mlops_passing_total{otel_metric_overflow=\"true\"}"].ShouldBe("2");
    }

    [Fact]
    public async Task Series_of_what_is_gone_are_shown_once_more_and_begin_at_zero_when_it_comes_back()
    {
        await using var service = await TestService.StartAsync();
        var (counter, retired) = (MeterOf(service).CreateCounter<long>("mlops_served"), service.Services.GetRequiredService<RetiredSeries>());
        counter.Add(7, Tag(1));
        counter.Add(5, Tag(2));

        retired.Retire("mlops_served", "i", "1");
        var (once, twice) = (await service.ScrapeAsync(), await service.ScrapeAsync());
        counter.Add(3, Tag(1));
        counter.Add(1, Tag(2));
        var back = await service.ScrapeAsync();

        once["mlops_served_total{i=\"1\"}"].ShouldBe("7");
        twice.Starting("mlops_served_total{").ShouldHaveSingleItem().ShouldStartWith("mlops_served_total{i=\"2\"} 5");
        back["mlops_served_total{i=\"1\"}"].ShouldBe("3");
        back["mlops_served_total{i=\"2\"}"].ShouldBe("6");
    }

    [Fact]
    public async Task What_comes_back_before_it_was_dropped_counts_on()
    {
        await using var service = await TestService.StartAsync();
        var (counter, retired) = (MeterOf(service).CreateCounter<long>("mlops_served"), service.Services.GetRequiredService<RetiredSeries>());
        counter.Add(7, Tag(1));

        retired.Retire("mlops_served", "i", "1");
        await service.ScrapeAsync();
        retired.Return("mlops_served", "i", "1");
        await service.ScrapeAsync();
        counter.Add(1, Tag(1));

        (await service.ScrapeAsync())["mlops_served_total{i=\"1\"}"].ShouldBe("8");
    }

    [Fact]
    public async Task Many_threads_lose_no_step()
    {
        await using var service = await TestService.StartAsync();
        var counter = MeterOf(service).CreateCounter<long>("mlops_crowd");
        var sizes = MeterOf(service).CreateHistogram<double>("mlops_crowd_seconds");

        Parallel.For(0, 20_000, i =>
        {
            counter.Add(1, Tag(i % 50));
            sizes.Record(0.01, Tag(i % 50));
        });
        var page = await service.ScrapeAsync();

        for (var i = 0; i < 50; i++)
        {
            page[$"mlops_crowd_total{{i=\"{i}\"}}"].ShouldBe("400");
            page[$"mlops_crowd_seconds_count{{i=\"{i}\"}}"].ShouldBe("400");
        }
    }

    private static Meter MeterOf(TestService service) => service.Services.GetRequiredService<IMeterFactory>().Create("MonitoringDemo.Many");

    private static KeyValuePair<string, object?> Tag(int i) => new("i", i);
}
