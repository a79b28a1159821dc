using System.Diagnostics;
using System.Net;
using MonitoringDemo.ServiceDefaults.Telemetry.Spans;

namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry.Spans;

public sealed class TracePagesTests
{
    private static readonly ActivitySource Source = new("MonitoringDemo.TracePagesTests");

    [Fact]
    public async Task A_trace_is_drawn_from_its_first_span_to_its_last_and_what_was_told_by_others_is_encoded()
    {
        await using var service = await TestService.StartAsync();
        using (var found = Source.StartActivity("report-findings"))
        {
            found!.SetTag(SpanStore.IncidentTag, "hits-<1>");
            using var inner = Source.StartActivity("train <b>");
        }

        var list = await service.Client.GetStringAsync("/traces", TestContext.Current.CancellationToken);
        var page = await service.Client.GetStringAsync("/traces/hits-%3C1%3E", TestContext.Current.CancellationToken);

        list.ShouldContain("<a href=\"/traces/hits-%3C1%3E\">hits-&lt;1&gt;</a>");
        page.ShouldContain("train &lt;b&gt;");
        page.IndexOf("report-findings", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("train &lt;b&gt;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_incident_without_spans_is_said_to_be_none()
    {
        await using var service = await TestService.StartAsync();

        using var answer = await service.Client.GetAsync("/traces/hits-2", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
