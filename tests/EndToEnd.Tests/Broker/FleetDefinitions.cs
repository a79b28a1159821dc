using System.Text.Encodings.Web;
using System.Text.Json;
using MonitoringDemo.ServiceDefaults.LogStream;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

/// <summary>What the broker has to know of the fleet, in the format that RabbitMQ imports; the users come from a file of their own, for it is a secret.</summary>
internal static class FleetDefinitions
{
    public const string VirtualHost = "monitoringdemo";

    private static readonly JsonSerializerOptions _options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Path { get; } = System.IO.Path.Combine(Processes.Checkout.Root, "deploy", "rabbitmq", "definitions.json");

    public static string Make()
    {
        var members = FleetMember.All.Select(member => (member.Name, member.Topology)).ToList();
        var queues = members.SelectMany(member => member.Topology.Declared).OrderBy(queue => queue.Queue, StringComparer.Ordinal).ToList();
        var fed = queues.Select(queue => queue.Queue).ToList();
        var exchanges = Union(members.SelectMany(member => member.Topology.Published.Concat(member.Topology.Consumed)).Concat(fed));
        var bindings = members.SelectMany(member => member.Topology.Subscriptions.Select(subscription => (subscription.Message, subscription.Queue, Kind: "exchange")))
            .Concat(fed.Select(queue => (queue, queue, "queue")))
            .Distinct().Order()
            .Append((LogStreamOptions.DefaultName, LogStreamOptions.DefaultName, "queue"));
        var definitions = new
        {
            vhosts = new[] { new { name = VirtualHost } },
            permissions = FleetMember.All.Select(member =>
                new { user = member.Name, vhost = VirtualHost, configure = member.Rights.Configure, write = member.Rights.Write, read = member.Rights.Read }),
            exchanges = exchanges.Append(LogStreamOptions.DefaultName).Select(name => new { name, vhost = VirtualHost, type = "fanout", durable = true, auto_delete = false, @internal = false, arguments = new { } }),
            queues = queues.Append((Queue: LogStreamOptions.DefaultName, Settings: LogStreamTopology.Arguments)).Select(queue =>
                new { name = queue.Queue, vhost = VirtualHost, durable = true, auto_delete = false, arguments = queue.Settings }),
            bindings = bindings.Select(binding => new { source = binding.Item1, vhost = VirtualHost, destination = binding.Item2, destination_type = binding.Item3, routing_key = "", arguments = new { } }),
        };
        return JsonSerializer.Serialize(definitions, _options).ReplaceLineEndings("\n") + "\n";
    }

    private static List<string> Union(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
}
