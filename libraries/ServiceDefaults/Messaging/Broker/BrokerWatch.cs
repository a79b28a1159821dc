using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client.Exceptions;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>Asks the broker at the start whether this service may do what it has to, again and again while it may not, and whenever a message was not taken.</summary>
internal sealed class BrokerWatch(
    BrokerProbe probe, BrokerHealth health, BrokerCertificate certificate, IOptions<MessagingOptions> options, TimeProvider time, ILogger<BrokerWatch> logger) : BackgroundService
{
    private readonly SemaphoreSlim _doubt = new(0, 1);

    /// <summary>Something went wrong: the broker is asked once more.</summary>
    public void Doubt()
    {
        lock (_doubt)
        {
            if (_doubt.CurrentCount == 0) _doubt.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _doubt.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var problem = await AskAsync(stoppingToken);
            if (health.Asked(problem) && problem is not null) logger.LogError("{Problem}", problem);
            if (problem is null) await _doubt.WaitAsync(stoppingToken);
            else await Task.Delay(options.Value.AskAgainAfter, time, stoppingToken);
        }
    }

    private async Task<string?> AskAsync(CancellationToken stoppingToken)
    {
        try
        {
            return (await probe.AskAsync(stoppingToken)).Problem;
        }
        catch (Exception e) when (e is RabbitMQClientException or IOException or OperationCanceledException && !stoppingToken.IsCancellationRequested)
        {
            return certificate.Refusal ?? $"The broker cannot be used: {Innermost(e).Message}";
        }
    }

    private static Exception Innermost(Exception error) => error switch
    {
        AggregateException { InnerExceptions: [var first, ..] } => Innermost(first),
        { InnerException: { } inner } => Innermost(inner),
        _ => error,
    };
}
