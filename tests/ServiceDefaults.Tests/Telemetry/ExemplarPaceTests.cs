using System.Diagnostics;
using MonitoringDemo.ServiceDefaults.Telemetry.Bridge;
using Prometheus;

namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry;

public sealed class ExemplarPaceTests
{
    [Fact]
    public void Of_many_alike_the_first_carries_its_trace_and_one_that_is_unlike_carries_its_own()
    {
        using var source = new ActivitySource("MonitoringDemo.ExemplarPaceTests");
        using var listener = new ActivityListener { ShouldListenTo = each => each == source, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        var metrics = Metrics.WithCustomRegistry(Metrics.NewCustomRegistry());
        var (took, other) = (metrics.CreateHistogram("took", ""), metrics.CreateHistogram("other", ""));
        var pace = new ExemplarPace();

        var outside = pace.Of(took, 0.010);
        using var activity = source.StartActivity("a request");
        Exemplar[] inside = [pace.Of(took, 0.010), pace.Of(took, 0.011), pace.Of(took, 0.9), pace.Of(other, 0.010)];

        outside.ShouldBeSameAs(Exemplar.None);
        inside.Select(exemplar => !ReferenceEquals(exemplar, Exemplar.None)).ShouldBe([true, false, true, true]);
    }
}
