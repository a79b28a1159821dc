using System.Diagnostics.Metrics;

namespace MonitoringDemo.ServiceDefaults.StandBy;

/// <summary>Which process works.</summary>
internal sealed class LeaseTelemetry
{
    public LeaseTelemetry(IMeterFactory meters, IEnumerable<NamedLease> leases)
    {
        NamedLease[] all = [.. leases];
        meters.Create("MonitoringDemo.StandBy").CreateObservableGauge(
            "mlops_lease_held",
            () => all.Select(each => new Measurement<int>(each.Lease.Fence is null ? 0 : 1, new("model", each.Name.Model), new("lease", each.Name.Service))),
            description: "1 in the process of the service that works, 0 in one that stands by.");
    }
}
