using MonitoringDemo.ServiceDefaults.StandBy;

namespace MonitoringDemo.Retraining.StandBy;

/// <summary>The holding under which this process works, and how far its work has come. For the pump alone.</summary>
internal sealed class Handover([FromKeyedServices(RetrainingModule.Lease)] ILease lease, ILeasedState<WorkPlace> saved)
{
    /// <summary>The number of the holding.</summary>
    public long Fence { get; private set; }

    public WorkPlace Place { get; private set; } = WorkPlace.Start;

    /// <summary>False for one that was frozen meanwhile: what is to be told is told by whoever took over.</summary>
    public bool IsHeld => lease.Fence == Fence;

    /// <summary>Takes the work up where it was left.</summary>
    /// <param name="fence">The number of the holding.</param>
    public void Begin(long fence)
    {
        Fence = fence;
        Place = saved.TryLoad(out var place) ? place : WorkPlace.Start;
    }

    /// <exception cref="LeaseLostException">Another process works.</exception>
    public void Save(WorkPlace place)
    {
        saved.Save(place, Fence);
        Place = place;
    }
}
