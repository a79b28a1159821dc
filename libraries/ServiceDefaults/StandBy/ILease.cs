namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>Whether this process works or stands by, where several of a service follow one model. Safe from any thread.</summary>
public interface ILease
{
    /// <summary>The number of the holding under which this process works; null while it stands by. Who finds another number than before begins anew from the state that was saved.</summary>
    long? Fence { get; }

    /// <summary>A write under this number was refused: the holding is over.</summary>
    void Lost(long fence);
}
