using MassTransit;
using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Keeps what a lab shows.</summary>
internal sealed class RecordForLab(LabMessages messages) : IConsumer<HealthMeasured>
{
    public Task Consume(ConsumeContext<HealthMeasured> context)
    {
        messages.Add(context.Message);
        return Task.CompletedTask;
    }
}
