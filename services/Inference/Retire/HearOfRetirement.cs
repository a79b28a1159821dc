using MassTransit;
using Microsoft.Extensions.Options;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Inference.Retire;

/// <summary>A version's end is announced, or called off: its callers are to know.</summary>
[EachProcess]
internal sealed class HearOfRetirement(RetiredVersions retired, IOptions<InferenceOptions> options) : IConsumer<VersionRetired>
{
    public Task Consume(ConsumeContext<VersionRetired> context)
    {
        if (context.Message.Model == options.Value.Model) retired.Take(context.Message);
        return Task.CompletedTask;
    }
}
