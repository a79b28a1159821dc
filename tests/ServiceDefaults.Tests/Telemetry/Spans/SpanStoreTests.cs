using System.Diagnostics;
using MonitoringDemo.ServiceDefaults.Telemetry.Spans;

namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry.Spans;

public sealed class SpanStoreTests
{
    private readonly SpanStore _store = new();

    [Fact]
    public void A_trace_is_kept_whole_from_before_it_was_known_to_matter()
    {
        var request = Ended("POST /v1/predictions");
        var other = Ended("POST /v1/outcomes");
        var found = Ended("report-findings", request, incident: "hits-1");
        Ended("consume", found);

        var trace = _store.Of("hits-1").ShouldHaveSingleItem();

        trace.Spans.Select(span => span.Name).ShouldBe(["POST /v1/predictions", "report-findings", "consume"]);
        trace.Spans[1].Parent.ShouldBe(request.SpanId.ToHexString());
        trace.Spans.ShouldNotContain(span => span.Id == other.SpanId.ToHexString());
        _store.Incidents.ShouldBe(["hits-1"]);
    }

    [Fact]
    public void The_oldest_trace_goes_first_and_a_long_one_is_cut_and_says_so()
    {
        var first = Ended("found", incident: "hits-0");
        for (var i = 0; i < SpanStore.SpansOfATrace + 5; i++) Ended("step", first);
        var dropped = _store.Of("hits-0").Single().Dropped;

        for (var i = 1; i <= SpanStore.Traces; i++) Ended("found", incident: $"hits-{i}");

        dropped.ShouldBe(6);
        _store.Of("hits-0").ShouldBeEmpty();
        _store.Incidents.Count.ShouldBe(SpanStore.Traces);
    }

    [Fact]
    public void What_nobody_asks_for_is_forgotten()
    {
        var request = Ended("POST /v1/predictions");
        for (var i = 0; i < SpanStore.Newest; i++) Ended("other");

        Ended("report-findings", request, incident: "hits-1");

        _store.Of("hits-1").Single().Spans.Select(span => span.Name).ShouldBe(["report-findings"]);
    }

    private Activity Ended(string name, Activity? parent = null, string? incident = null)
    {
        var span = new Activity(name);
        if (parent is not null) span.SetParentId(parent.TraceId, parent.SpanId);
        span.Start();
        if (incident is not null) span.SetTag(SpanStore.IncidentTag, incident);
        span.Stop();
        _store.Take(span);
        return span;
    }
}
