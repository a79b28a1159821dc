using MassTransit;
using Microsoft.Extensions.Options;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Traffic.Live;

/// <summary>Hears what was found, so that the pump can hold it against what was done to the world.</summary>
internal sealed class HearFindings(CommandQueue queue, IOptions<TrafficOptions> options) : IConsumer<FindingsReported>
{
    public Task Consume(ConsumeContext<FindingsReported> context)
    {
        // Where another driver plays the world, that driver knows the truth.
        if (options.Value.Live && context.Message.Model == options.Value.Model)
            queue.Add(context.MessageId ?? throw new InvalidOperationException("Findings came without a message id."), context.Message);
        return Task.CompletedTask;
    }
}
