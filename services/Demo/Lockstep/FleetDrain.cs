using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>Lets the fleet work until nothing is left to do. Quiet is counted, not timed.</summary>
internal sealed class FleetDrain(IEnumerable<IPump> pumps, BusActivity bus)
{
    // An incident takes a handful of rounds: finding, decision, release, load, alert. More than this is a loop.
    private const int MostRounds = 100;

    private readonly IPump[] _pumps = [.. pumps.OrderBy(p => p.Order).ThenBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>Calls the pumps in order, each followed by a wait for the bus, until a whole round did nothing.</summary>
    /// <exception cref="LockstepException">It does not come to rest.</exception>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        await bus.QuietAsync(cancellation);
        var busy = new List<string>();
        for (var round = 0; round < MostRounds; round++)
        {
            busy.Clear();
            foreach (var pump in _pumps)
            {
                if (await pump.PumpAsync(cancellation))
                    busy.Add(pump.Name);
                await bus.QuietAsync(cancellation);
            }

            if (busy.Count == 0)
                return;
        }

        throw new LockstepException($"The fleet did not come to rest in {MostRounds} rounds; still busy: {string.Join(", ", busy)}.");
    }
}
