using System.Diagnostics;
using MassTransit;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.DriftDetection.Tests;

/// <summary>Stands for the receivers: drops what it knows, keeps the rest.</summary>
internal sealed class KeepPublishedFindings(PublishedFindings published) : IConsumer<FindingsReported>, IConsumer<FindingsCleared>, IConsumer<HealthMeasured>
{
    public Task Consume(ConsumeContext<FindingsReported> context) => Keep(context, published.Reported);

    public Task Consume(ConsumeContext<FindingsCleared> context) => Keep(context, published.Cleared);

    public Task Consume(ConsumeContext<HealthMeasured> context) => Keep(context, published.Health);

    private Task Keep<T>(ConsumeContext<T> context, List<T> kept)
        where T : class
    {
        lock (published)
        {
            published.Deliveries++;
            if (published.Known.Add(context.MessageId!.Value)) kept.Add(context.Message);
            if (context.Message is FindingsReported) published.TraceIds.Add(Activity.Current?.TraceId.ToHexString());
        }

        return Task.CompletedTask;
    }
}
