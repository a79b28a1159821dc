namespace MonitoringDemo.Drift.Monitoring;

/// <summary>Everything a <see cref="ModelMonitor"/> knows: resumed from it, it gives the same results as if it had never stopped.</summary>
/// <param name="Bytes">Opaque, some megabytes; they belong to one schema and one version of the library.</param>
public sealed record MonitorState(byte[] Bytes);
