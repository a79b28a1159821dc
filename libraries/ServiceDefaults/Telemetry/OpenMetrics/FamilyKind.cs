namespace MonitoringDemo.ServiceDefaults.Telemetry.OpenMetrics;

internal enum FamilyKind
{
    Counter,
    Gauge,
    Histogram,
}
