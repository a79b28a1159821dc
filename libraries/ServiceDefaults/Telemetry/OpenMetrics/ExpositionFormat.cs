namespace MonitoringDemo.ServiceDefaults.Telemetry.OpenMetrics;

/// <summary>The two text formats that Prometheus reads.</summary>
internal enum ExpositionFormat
{
    /// <summary>Prometheus text 0.0.4: no exemplars, no end mark.</summary>
    PrometheusText,

    /// <summary>OpenMetrics 1.0.</summary>
    OpenMetrics,
}
