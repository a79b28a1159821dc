using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.ServiceDefaults.Telemetry;

namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry;

public sealed class MetricsPageTests : IDisposable
{
    private const string OpenMetrics = Scraping.OpenMetrics;
    private readonly Meter _meter = new($"MonitoringDemo.PageTests.{Interlocked.Increment(ref _count)}");
    private readonly ActivitySource _source = new("MonitoringDemo.PageTests");
    private static int _count;

    public void Dispose()
    {
        _meter.Dispose();
        _source.Dispose();
    }

    [Fact]
    public async Task A_counter_that_only_ever_had_zero_added_is_shown_as_zero()
    {
        await using var service = await TestService.StartAsync();
        _meter.CreateCounter<long>("mlops_zeroes", description: "Zeroes.").Add(0, Tag("model", "hits"));

        var page = await ScrapeAsync(service, OpenMetrics);

        page.ShouldHave("# TYPE mlops_zeroes counter");
        page.ShouldHave("# HELP mlops_zeroes Zeroes.");
        page["mlops_zeroes_total{model=\"hits\"}"].ShouldBe("0");
    }

    [Fact]
    public async Task A_histogram_that_is_expected_stands_at_zero_until_it_is_measured_and_never_twice()
    {
        var expected = new ExpectedHistogram("mlops_waits_seconds", "Waits.", [0.5, 1], [[new("model", "hits"), new("stage", "a")], [new("model", "hits"), new("stage", "b")]]);
        await using var service = await TestService.StartAsync(builder => builder.Services.AddSingleton(expected));
        var waits = expected.CreateIn(_meter);

        var before = await ScrapeAsync(service, OpenMetrics);
        waits.Record(0.75, Tag("model", "hits"), Tag("stage", "a"));
        var after = await ScrapeAsync(service, OpenMetrics);
        var text = await ScrapeAsync(service, "text/plain");

        before.ShouldBeOpenMetrics();
        before.ShouldHave("# HELP mlops_waits_seconds Waits.");
        foreach (var series in new[] { "_bucket{model=\"hits\",stage=\"a\",le=\"1.0\"}", "_bucket{model=\"hits\",stage=\"b\",le=\"+Inf\"}", "_sum{model=\"hits\",stage=\"a\"}", "_count{model=\"hits\",stage=\"a\"}" })
            before["mlops_waits_seconds" + series].ShouldBe("0");
        after.ShouldBeOpenMetrics();
        after["mlops_waits_seconds_bucket{model=\"hits\",stage=\"a\",le=\"1.0\"}"].ShouldBe("1");
        after["mlops_waits_seconds_count{model=\"hits\",stage=\"b\"}"].ShouldBe("0");
        text["mlops_waits_seconds_bucket{model=\"hits\",stage=\"b\",le=\"1\"}"].ShouldBe("0");
    }

    [Fact]
    public async Task Both_formats_hold_every_kind_of_instrument_under_names_that_prometheus_expects()
    {
        await using var service = await TestService.StartAsync();
        var gauge = 0.25;
        _meter.CreateCounter<long>("page.requests", "{request}").Add(3);
        _meter.CreateCounter<double>("page.cpu.time", "s").Add(1.5);
        _meter.CreateUpDownCounter<long>("page.open", "{connection}").Add(-2);
        _meter.CreateObservableGauge("page.load", () => gauge, "1");
        _meter.CreateObservableGauge("page.memory", () => 4096L, "By");
        _meter.CreateHistogram<double>("page.pause", "ms").Record(7);
        _meter.CreateCounter<long>("mlops_named_total").Add(1);
        _meter.CreateGauge<double>("mlops_page_delay_seconds").Record(double.NaN);

        var open = await ScrapeAsync(service, OpenMetrics);
        var text = await ScrapeAsync(service, "text/plain");

        open.ShouldBeOpenMetrics();
        foreach (var (series, value) in new[]
        {
            ("page_requests_total", "3"), ("page_cpu_time_seconds_total", "1.5"), ("page_open", "-2"), ("page_load_ratio", "0.25"), ("page_memory_bytes", "4096"),
            ("page_pause_seconds_sum", "0.007"), ("page_pause_seconds_count", "1"), ("page_pause_seconds_bucket{le=\"0.005\"}", "0"), ("page_pause_seconds_bucket{le=\"0.01\"}", "1"),
            ("page_pause_seconds_bucket{le=\"+Inf\"}", "1"), ("mlops_named_total", "1"), ("mlops_page_delay_seconds", "NaN"),
        })
        {
            open[series].ShouldBe(value);
            text[series].ShouldBe(value);
        }

        open.ShouldHave("# TYPE page_requests counter");
        open.ShouldHave("# TYPE page_open gauge");
        text.ShouldHave("# TYPE page_requests_total counter");
        text.Text.ShouldNotContain("# UNIT");
        text.Text.ShouldNotContain("# EOF");
    }

    [Fact]
    public async Task Counters_that_go_down_are_gauges()
    {
        await using var service = await TestService.StartAsync();
        using var bus = new Meter("MassTransit");
        bus.CreateCounter<long>("messaging.page.active").Add(1);
        bus.CreateCounter<long>("messaging.page.active").Add(-1);

        var page = await ScrapeAsync(service, OpenMetrics);

        page.ShouldHave("# TYPE messaging_page_active gauge");
        page["messaging_page_active"].ShouldBe("0");
        page.ShouldHave("# TYPE dotnet_thread_pool_queue_length gauge");
        page.ShouldHave("# TYPE dotnet_thread_pool_thread_count gauge");
    }

    [Fact]
    public async Task Labels_are_escaped_and_help_texts_read_alike_in_both_formats()
    {
        await using var service = await TestService.StartAsync();
        _meter.CreateCounter<long>("mlops_escapes", description: "A \"quoted\"\nline \\ slash").Add(1, Tag("a.label", "say \"hi\"\n\\o/"), Tag("flag", true));

        var open = await ScrapeAsync(service, OpenMetrics);
        var text = await ScrapeAsync(service, "text/plain");

        open.ShouldBeOpenMetrics();
        open["mlops_escapes_total{a_label=\"say \\\"hi\\\"\\n\\\\o/\",flag=\"true\"}"].ShouldBe("1");
        open.ShouldHave("# HELP mlops_escapes A 'quoted' line \\\\ slash");
        text.ShouldHave("# HELP mlops_escapes_total A 'quoted' line \\\\ slash");
    }

    [Fact]
    public async Task Histograms_and_counters_carry_the_trace_they_were_measured_in_when_the_client_reads_openmetrics()
    {
        await using var service = await TestService.StartAsync();
        var durations = _meter.CreateHistogram<double>("mlops_traced_seconds");
        var counter = _meter.CreateCounter<long>("mlops_traced");
        string trace, span;
        using (var activity = _source.StartActivity("predict")!)
        {
            (trace, span) = (activity.TraceId.ToHexString(), activity.SpanId.ToHexString());
            durations.Record(0.03, Tag("model", "hits"));
            counter.Add(1);
        }

        durations.Record(0.3, Tag("model", "hits"));

        var open = await ScrapeAsync(service, OpenMetrics);
        var text = await ScrapeAsync(service, "text/plain");

        open.ShouldBeOpenMetrics();
        open["mlops_traced_seconds_bucket{model=\"hits\",le=\"0.05\"}"].ShouldStartWith($"1 # {{trace_id=\"{trace}\",span_id=\"{span}\"}} 0.03 ");
        open["mlops_traced_seconds_bucket{model=\"hits\",le=\"0.5\"}"].ShouldBe("2");
        open["mlops_traced_seconds_bucket{model=\"hits\",le=\"1.0\"}"].ShouldBe("2");
        open["mlops_traced_total"].ShouldStartWith($"1 # {{trace_id=\"{trace}\"");
        text["mlops_traced_seconds_bucket{model=\"hits\",le=\"0.05\"}"].ShouldBe("1");
        text["mlops_traced_total"].ShouldBe("1");
    }

    [Fact]
    public async Task Two_meters_with_one_name_make_one_family_without_a_series_twice()
    {
        await using var service = await TestService.StartAsync();
        using var other = new Meter(_meter.Name + ".Other");
        _meter.CreateCounter<long>("mlops_shared").Add(1, Tag("model", "a"));
        other.CreateCounter<long>("mlops_shared").Add(2, Tag("model", "b"));
        other.CreateCounter<long>("mlops_shared").Add(4, Tag("model", "a"));

        var page = await ScrapeAsync(service, OpenMetrics);

        page.ShouldBeOpenMetrics();
        page["mlops_shared_total{model=\"b\"}"].ShouldBe("2");
    }

    [Theory]
    [InlineData("application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1", "application/openmetrics-text")]
    [InlineData("text/plain;version=0.0.4;q=0.9,application/openmetrics-text;q=0.1", "text/plain")]
    [InlineData("*/*", "text/plain")]
    [InlineData("no media type", "text/plain")]
    public async Task The_client_chooses_the_format(string accept, string expected)
    {
        await using var service = await TestService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
    }

    [Fact]
    public async Task Scrapes_at_the_same_time_each_get_a_whole_page()
    {
        await using var service = await TestService.StartAsync();
        var counter = _meter.CreateCounter<long>("mlops_busy");
        counter.Add(1);

        var pages = await Task.WhenAll(Enumerable.Range(0, 24).Select(async i =>
        {
            counter.Add(1, Tag("worker", i));
            return (Open: i % 2 == 0, Page: await ScrapeAsync(service, i % 2 == 0 ? OpenMetrics : "text/plain"));
        }));

        foreach (var (open, page) in pages)
        {
            page["mlops_busy_total"].ShouldBe("1");
            if (open) page.ShouldBeOpenMetrics();
            else page.Text.ShouldNotContain("# EOF");
        }
    }

    [Fact]
    public async Task Promtool_finds_nothing_wrong_with_our_own_metrics()
    {
        const string promtool = "/usr/bin/promtool";
        Assert.SkipUnless(File.Exists(promtool), "promtool is not installed (Debian package prometheus).");
        await using var service = await TestService.StartAsync();
        (await service.Client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        _meter.CreateHistogram<double>("mlops_checked_seconds", description: "Checked.").Record(0.1);

        using var check = Process.Start(new ProcessStartInfo(promtool, ["check", "metrics"]) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true })!;
        await check.StandardInput.WriteAsync((await ScrapeAsync(service, "text/plain")).Text);
        check.StandardInput.Close();
        var complaints = await check.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);

        // Exit code 3 is style alone: names and help texts that the framework chose.
        check.ExitCode.ShouldBeOneOf(0, 3);
        complaints.Split('\n').ShouldNotContain(line => line.StartsWith("mlops_checked", StringComparison.Ordinal), complaints);
        complaints.ShouldNotContain("error while linting");
    }

    [Fact]
    public async Task Requests_to_the_service_are_measured()
    {
        await using var service = await TestService.StartAsync();
        (await service.Client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        var page = await ScrapeAsync(service, OpenMetrics);

        page.ShouldBeOpenMetrics();
        page.Starting("http_server_request_duration_seconds_count{").ShouldNotBeEmpty();
        page.Starting("http_server_request_duration_seconds_bucket{").ShouldContain(line => line.Contains(" # {trace_id=", StringComparison.Ordinal));
        page.ShouldHave("# TYPE dotnet_gc_collections counter");
    }

    [Fact]
    public async Task The_edges_of_the_platform_are_fine_and_its_methods_are_few()
    {
        await using var service = await TestService.StartAsync();
        (await service.Client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        var page = await ScrapeAsync(service, OpenMetrics);
        using var posted = await service.Client.PostAsync(new Uri("/metrics", UriKind.Relative), null, TestContext.Current.CancellationToken);

        page.Starting("http_server_request_duration_seconds_bucket{").ShouldContain(line => line.Contains("le=\"0.005\"", StringComparison.Ordinal));
        page.Starting("http_server_request_duration_seconds_bucket{").ShouldNotContain(line => line.Contains("le=\"25.0\"", StringComparison.Ordinal));
        posted.StatusCode.ShouldBe(System.Net.HttpStatusCode.MethodNotAllowed);
    }

    private static KeyValuePair<string, object?> Tag(string key, object value) => new(key, value);

    private static Task<Page> ScrapeAsync(TestService service, string accept) => service.ScrapeAsync(accept);
}
