using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry;

public sealed class ExemplarTests : IDisposable
{
    private static int _count;
    private readonly Meter _meter = new($"MonitoringDemo.ExemplarTests.{Interlocked.Increment(ref _count)}");
    private readonly ActivitySource _source = new("MonitoringDemo.ExemplarTests");

    public void Dispose()
    {
        _meter.Dispose();
        _source.Dispose();
    }

    [Fact]
    public async Task A_trace_that_is_not_recorded_is_no_exemplar()
    {
        await using var service = await TestService.StartAsync();
        var counter = _meter.CreateCounter<long>("mlops_unsampled");
        var unsampled = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None, isRemote: true);
        bool recorded;
        using (var activity = _source.StartActivity("unsampled", ActivityKind.Server, unsampled)!)
        {
            recorded = activity.Recorded;
            counter.Add(1);
        }

        var page = await service.ScrapeAsync();

        recorded.ShouldBeFalse();
        page["mlops_unsampled_total"].ShouldBe("1");
    }

    [Fact]
    public async Task Adding_nothing_is_no_exemplar()
    {
        await using var service = await TestService.StartAsync();
        using (_source.StartActivity("nothing")) _meter.CreateCounter<long>("mlops_nothing").Add(0);

        var page = await service.ScrapeAsync();

        page["mlops_nothing_total"].ShouldBe("0");
    }
}
