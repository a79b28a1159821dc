using System.Text.RegularExpressions;
using MonitoringDemo.ServiceDefaults.LogStream;

namespace MonitoringDemo.ServiceDefaults.Messaging.Broker;

/// <summary>The narrowest rights with which a service can do its work, as the three regular expressions that RabbitMQ asks for.</summary>
/// <param name="Configure">Names that it may declare: MassTransit declares all it uses, also where it stands already.</param>
/// <param name="Write">Names that it may publish to, and that it may bind to something else.</param>
/// <param name="Read">Names that it may consume, and that something may be bound to.</param>
internal sealed record BrokerRights(string Configure, string Write, string Read)
{
    /// <summary>
    /// Who is bound needs <c>write</c>, what it is bound to needs <c>read</c>. Whose queue names a dead-letter exchange has to be allowed to write there.
    /// </summary>
    /// <param name="topology">What the service has on the bus.</param>
    /// <param name="log">What it has to do with the stream of the log: who fills that needs its exchange alone, who reads it the queue, and neither may declare it.</param>
    public static BrokerRights Of(BusTopology topology, LogStreamRole log = LogStreamRole.None)
    {
        string[] filled = log == LogStreamRole.Writes ? [LogStreamOptions.DefaultName] : [];
        string[] copied = log == LogStreamRole.Reads ? [LogStreamOptions.DefaultName] : [];
        string[] own = [.. topology.Queues, .. topology.Parking];
        return new BrokerRights(
            Any([.. own, .. topology.Consumed, .. topology.Published], topology.OwnPatterns),
            Any([.. own, .. topology.Published, .. filled], topology.OwnPatterns),
            Any([.. own, .. topology.Consumed, .. copied], topology.OwnPatterns));
    }

    private static string Any(IEnumerable<string> names, IEnumerable<string> patterns)
    {
        var escaped = names.Distinct().Order(StringComparer.Ordinal).Select(Regex.Escape).Concat(patterns).ToList();
        return escaped.Count == 0 ? "^$" : $"^({string.Join('|', escaped)})$";
    }
}
