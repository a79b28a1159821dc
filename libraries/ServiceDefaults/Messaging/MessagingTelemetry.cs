using System.Diagnostics.Metrics;

namespace MonitoringDemo.ServiceDefaults.Messaging;

internal sealed class MessagingTelemetry : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _faults;

    public MessagingTelemetry(IMeterFactory meters, ConsumerCatalog catalog)
    {
        _meter = meters.Create("MonitoringDemo.Messaging");
        _faults = _meter.CreateCounter<long>("mlops_message_faults", description: "Messages that a consumer failed on for good.");
        foreach (var consumer in catalog.Consumers) _faults.Add(0, new KeyValuePair<string, object?>("consumer", consumer.Name));
    }

    public void Failed(string consumer) => _faults.Add(1, new KeyValuePair<string, object?>("consumer", consumer));

    public void Dispose() => _meter.Dispose();
}
