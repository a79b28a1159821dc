using System.Diagnostics.Metrics;
using MonitoringDemo.PostgreSql;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>Which process works.</summary>
internal sealed class LeaseTelemetry
{
    public LeaseTelemetry(IMeterFactory meters, ILease lease, LeaseName name) =>
        meters.Create("MonitoringDemo.StandBy").CreateObservableGauge(
            "mlops_lease_held",
            () => new Measurement<int>(lease.Fence is null ? 0 : 1, new("model", name.Model), new("lease", name.Service)),
            description: "1 in the process of the service that works, 0 in one that stands by.");
}
