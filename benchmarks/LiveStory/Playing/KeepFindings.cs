using MassTransit;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.LiveStory.Playing;

/// <summary>Keeps the findings with their rows: no endpoint lists those that are over.</summary>
internal sealed class KeepFindings(HeardFindings heard) : IConsumer<FindingsReported>
{
    public Task Consume(ConsumeContext<FindingsReported> context)
    {
        heard.Add(context.Message.Findings);
        return Task.CompletedTask;
    }
}
