using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.LiveStory.Clock;

/// <summary>A pump that is watched from outside; it does what it did.</summary>
internal sealed class FollowedPump(IPump pump, PumpProgress progress) : IPump
{
    public string Name => pump.Name;

    public int Order => pump.Order;

    public async ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
    {
        var began = progress.Began(Name);
        try
        {
            var worked = await pump.PumpAsync(cancellationToken);
            if (!worked)
                progress.Rested(Name, began);
            return worked;
        }
        catch
        {
            progress.Failed(Name);
            throw;
        }
    }
}
