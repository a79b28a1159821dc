using System.Diagnostics.Metrics;
using MonitoringDemo.Messages;
using MonitoringDemo.ServiceDefaults.Messaging.Broker;

namespace MonitoringDemo.ServiceDefaults.Messaging;

internal sealed class MessagingTelemetry : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _faults;
    private readonly Counter<long> _untaken;
    private readonly Counter<long>? _returned;
    private volatile IReadOnlyList<QueueState> _consumed = [];
    private volatile IReadOnlyList<QueueState> _parked = [];

    /// <param name="certificate">Null in memory, where there is no broker.</param>
    public MessagingTelemetry(IMeterFactory meters, ConsumerCatalog catalog, BrokerCertificate? certificate = null)
    {
        _meter = meters.Create("MonitoringDemo.Messaging");
        _faults = _meter.CreateCounter<long>("mlops_message_faults", description: "Messages that a consumer failed on for good.");
        foreach (var consumer in catalog.Consumers) _faults.Add(0, Consumer(consumer.Name));
        _untaken = _meter.CreateCounter<long>("mlops_messages_not_taken", description: "Publishes that the broker did not confirm in time.");
        foreach (var message in catalog.Publishes) _untaken.Add(0, Message(message.Name));
        if (certificate is null) return;
        _returned = _meter.CreateCounter<long>("mlops_commands_returned", description: "Commands that no queue takes, handed back by the broker.");
        foreach (var message in catalog.Publishes.Where(type => type.IsDefined(typeof(CommandAttribute), inherit: false))) _returned.Add(0, Message(message.Name));
        _meter.CreateObservableGauge("mlops_queue_consumers", () => _consumed.Select(state => new Measurement<long>(state.Consumers, Queue(state))), description: "Consumers that take from a queue of this service; no value while the broker is away.");
        _meter.CreateObservableGauge("mlops_queue_messages", () => _consumed.Select(state => new Measurement<long>(state.Messages, Queue(state))), description: "Messages that wait in a queue of this service.");
        _meter.CreateObservableGauge("mlops_messages_parked", () => _parked.Select(state => new Measurement<long>(state.Messages, Queue(state))), description: "Messages in the service's parking queue.");
        _meter.CreateObservableGauge("mlops_broker_certificate_expiry_timestamp_seconds", () => Expiry(certificate), description: "Until when the certificate that the broker showed last is valid, in Unix time.");
    }

    public void Failed(string consumer) => _faults.Add(1, Consumer(consumer));

    public void NotTaken(string message) => _untaken.Add(1, Message(message));

    public void Returned(string command) => _returned?.Add(1, Message(command));

    /// <summary>What the queues were seen to hold; nothing while the broker is away.</summary>
    public void Saw(IReadOnlyList<QueueState> consumed, IReadOnlyList<QueueState> parked) => (_consumed, _parked) = (consumed, parked);

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<double>> Expiry(BrokerCertificate certificate) =>
        certificate.ExpiresAt is { } at ? [new Measurement<double>(at.ToUnixTimeSeconds())] : [];

    private static KeyValuePair<string, object?> Consumer(string name) => new("consumer", name);

    private static KeyValuePair<string, object?> Queue(QueueState state) => new("queue", state.Queue);

    private static KeyValuePair<string, object?> Message(string name) => new("message", name);
}
