using System.Diagnostics.Metrics;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;

namespace MonitoringDemo.ServiceDefaults.Messaging;

internal sealed class MessagingTelemetry : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _faults;
    private readonly Counter<long> _untaken;

    /// <param name="certificate">Null in memory, where there is no broker.</param>
    public MessagingTelemetry(IMeterFactory meters, ConsumerCatalog catalog, BrokerCertificate? certificate = null)
    {
        _meter = meters.Create("MonitoringDemo.Messaging");
        _faults = _meter.CreateCounter<long>("mlops_message_faults", description: "Messages that a consumer failed on for good.");
        foreach (var consumer in catalog.Consumers) _faults.Add(0, Consumer(consumer.Name));
        _untaken = _meter.CreateCounter<long>("mlops_messages_not_taken", description: "Publishes that the broker did not confirm in time.");
        foreach (var message in catalog.Publishes) _untaken.Add(0, Message(message.Name));
        if (certificate is not null)
            _meter.CreateObservableGauge("mlops_broker_certificate_expiry_timestamp_seconds", () => Expiry(certificate), description: "Until when the certificate that the broker showed last is valid, in Unix time.");
    }

    public void Failed(string consumer) => _faults.Add(1, Consumer(consumer));

    public void NotTaken(string message) => _untaken.Add(1, Message(message));

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<double>> Expiry(BrokerCertificate certificate) =>
        certificate.ExpiresAt is { } at ? [new Measurement<double>(at.ToUnixTimeSeconds())] : [];

    private static KeyValuePair<string, object?> Consumer(string name) => new("consumer", name);

    private static KeyValuePair<string, object?> Message(string name) => new("message", name);
}
