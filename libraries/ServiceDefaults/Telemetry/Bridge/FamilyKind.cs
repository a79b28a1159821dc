namespace MonitoringDemo.ServiceDefaults.Telemetry.Bridge;

internal enum FamilyKind
{
    Counter,
    Gauge,
    Histogram,
}
