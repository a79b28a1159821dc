using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using MassTransit;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>Consumers of which each process of a service has a queue of its own. It goes with the process, and what came meanwhile is gone: whoever relies on it asks again after a start.</summary>
/// <param name="Consumers">The consumers.</param>
/// <param name="Process">What their queues' names end with; null where no process is meant but all.</param>
internal sealed record OwnQueues(IReadOnlyList<Type> Consumers, string? Process)
{
    private const int Bytes = 6;

    /// <summary>Those of a service's consumers, whichever process it is.</summary>
    public static OwnQueues ForAll(IEnumerable<Type> consumers) => new([.. consumers.Where(consumer => consumer.IsDefined(typeof(EachProcessAttribute), inherit: false))], null);

    /// <summary>With names that no other process has.</summary>
    public static OwnQueues ForThisProcess(IEnumerable<Type> consumers) => ForAll(consumers) with { Process = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)) };

    public bool Has(Type consumer) => Consumers.Contains(consumer);

    /// <summary>The queue of this process.</summary>
    public string QueueOf(Type consumer) => $"{BusTopology.QueueOf(consumer)}-{Process}";

    /// <summary>What the names of the queues of all processes match, that of the one queue where there is one process, and that of the queue by which rights are tried.</summary>
    public IEnumerable<string> Patterns => Consumers.Select(consumer => string.Create(
        CultureInfo.InvariantCulture, $"{Regex.Escape(BusTopology.QueueOf(consumer))}(-[0-9a-f]{{{2 * Bytes}}})?(-probe)?"));
}

/// <summary>Adds consumers to the bus.</summary>
internal static class OwnQueuesExtensions
{
    public static void Add(this OwnQueues? own, IBusRegistrationConfigurator bus, Type consumer)
    {
        var added = bus.AddConsumer(consumer);
        if (own?.Has(consumer) == true)
            added.Endpoint(endpoint =>
            {
                endpoint.Name = own.QueueOf(consumer);
                endpoint.Temporary = true;
            });
    }
}
