using MonitoringDemo.ServiceDefaults.Messaging.Broker;

namespace MonitoringDemo.ServiceDefaults.Messaging.Parking;

/// <summary>The parking queue of one service.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Feeds">The consumers' queues that end there: what is parked goes back to one of these, and to no other.</param>
public sealed record ParkingPlace(string Queue, IReadOnlyList<string> Feeds)
{
    /// <summary>Those of the services that the consumers belong to.</summary>
    public static IReadOnlyList<ParkingPlace> Of(IReadOnlyList<Type> consumers)
    {
        var topology = new BusTopology(consumers, []);
        return [.. topology.Parking.Select(queue => new ParkingPlace(queue, [.. topology.Queues.Where(feed => topology.ParkingOf[feed] == queue)]))];
    }
}
