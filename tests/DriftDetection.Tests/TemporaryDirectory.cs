namespace MonitoringDemo.DriftDetection.Tests;

internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("drift-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
