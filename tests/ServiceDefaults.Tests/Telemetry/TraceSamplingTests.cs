using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using MonitoringDemo.ServiceDefaults.Telemetry;
using OpenTelemetry.Trace;

namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry;

public sealed class TraceSamplingTests
{
    [Fact]
    public void A_message_that_nothing_caused_begins_no_trace_and_all_else_is_recorded()
    {
        var sampling = Named(null);

        var message = Of(sampling, ActivityKind.Producer);
        var request = Of(sampling, ActivityKind.Server);
        var report = Of(sampling, ActivityKind.Internal);
        var caused = Of(sampling, ActivityKind.Producer, new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded));

        (message, request, report, caused).ShouldBe((SamplingDecision.Drop, SamplingDecision.RecordAndSample, SamplingDecision.RecordAndSample, SamplingDecision.RecordAndSample));
    }

    [Theory]
    [InlineData("always_off", null, SamplingDecision.Drop)]
    [InlineData("always_on", null, SamplingDecision.RecordAndSample)]
    [InlineData("traceidratio", "0", SamplingDecision.Drop)]
    [InlineData("parentbased_traceidratio", "1", SamplingDecision.RecordAndSample)]
    [InlineData("parentbased_always_off", null, SamplingDecision.Drop)]
    public void The_standard_settings_hold(string name, string? argument, SamplingDecision decision)
    {
        var sampling = Named(name, argument);

        Of(sampling, ActivityKind.Server).ShouldBe(decision);
    }

    [Theory]
    [InlineData("sometimes", null, "sometimes")]
    [InlineData("traceidratio", "10 %", "10 %")]
    public void A_setting_that_means_nothing_is_refused_and_named(string name, string? argument, string named)
    {
        var refusal = Should.Throw<InvalidOperationException>(() => Named(name, argument));

        refusal.Message.ShouldContain(named);
    }

    private static TraceSampling Named(string? name, string? argument = null) => TraceSampling.Of(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["OTEL_TRACES_SAMPLER"] = name, ["OTEL_TRACES_SAMPLER_ARG"] = argument }).Build());

    private static SamplingDecision Of(TraceSampling sampling, ActivityKind kind, ActivityContext parent = default) =>
        sampling.ShouldSample(new SamplingParameters(parent, parent == default ? ActivityTraceId.CreateRandom() : parent.TraceId, "a span", kind)).Decision;
}
