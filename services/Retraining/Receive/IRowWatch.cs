using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>Measures something on every row whose outcome is known, that may be judged and that stands in no quarantine.</summary>
internal interface IRowWatch
{
    /// <summary>The registry may have changed; called before rows and before decisions, and cheap where nothing did.</summary>
    void Follow(RegistryState state)
    {
    }

    /// <summary>One more row, in the order in which outcomes came; there is a release.</summary>
    void Take(RowFeed log, JudgedRow judged, RegistryState state);
}
