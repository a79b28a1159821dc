using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Trace;

namespace MonitoringDemo.ServiceDefaults.Telemetry;

/// <summary>Which traces are recorded: as OpenTelemetry's standard settings say, save that a message which no request and no finding caused begins none.</summary>
/// <remarks>A live fleet tells its measurements several times a second; their traces lead nowhere, and were a large part of what tracing cost.</remarks>
internal sealed class TraceSampling(Sampler standard) : Sampler
{
    /// <summary>The sampler that <c>OTEL_TRACES_SAMPLER</c> and <c>OTEL_TRACES_SAMPLER_ARG</c> name; every trace without them.</summary>
    /// <exception cref="InvalidOperationException">They name none, or a share that is no number from 0 to 1.</exception>
    public static TraceSampling Of(IConfiguration configuration)
    {
        const string name = "OTEL_TRACES_SAMPLER", argument = "OTEL_TRACES_SAMPLER_ARG";
        return new TraceSampling(configuration[name] switch
        {
            null or "" or "parentbased_always_on" => new ParentBasedSampler(new AlwaysOnSampler()),
            "parentbased_always_off" => new ParentBasedSampler(new AlwaysOffSampler()),
            "parentbased_traceidratio" => new ParentBasedSampler(new TraceIdRatioBasedSampler(Share())),
            "always_on" => new AlwaysOnSampler(),
            "always_off" => new AlwaysOffSampler(),
            "traceidratio" => new TraceIdRatioBasedSampler(Share()),
            var other => throw new InvalidOperationException($"{name} is '{other}': give always_on, always_off or traceidratio, or one of them after parentbased_."),
        });

        double Share() => configuration[argument] is not { Length: > 0 } text ? 1
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share
            : throw new InvalidOperationException($"{argument} is '{text}': give a share from 0 to 1.");
    }

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.ParentContext.TraceId == default && samplingParameters.Kind is ActivityKind.Producer or ActivityKind.Consumer
            ? new SamplingResult(SamplingDecision.Drop)
            : standard.ShouldSample(samplingParameters);
}
