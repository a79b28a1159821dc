namespace MonitoringDemo.Alerting.Tests;

internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("alerting-").FullName;

    public string[] Lines => File.ReadAllLines(System.IO.Path.Combine(Path, "alerting", "alerts.jsonl"));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
