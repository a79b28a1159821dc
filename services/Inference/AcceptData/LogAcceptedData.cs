using MassTransit;
using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Inference.AcceptData;

/// <summary>What the data's owner accepted goes into the log, where the monitor reads it between the rows: it stays a function of the log.</summary>
internal sealed class LogAcceptedData(ServingLog log, IOptions<InferenceOptions> options) : IConsumer<DataAccepted>
{
    public Task Consume(ConsumeContext<DataAccepted> context)
    {
        var accepted = context.Message;
        if (accepted.Model == options.Value.Model) log.AppendAccepted(accepted.Feature, accepted.UpdateId);
        return Task.CompletedTask;
    }
}
