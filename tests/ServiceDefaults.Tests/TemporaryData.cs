using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Tests;

/// <summary>A data directory of its own for one test.</summary>
internal sealed class TemporaryData : IDisposable
{
    public DataDirectory Directory { get; } = new(System.IO.Directory.CreateTempSubdirectory("monitoringdemo-").FullName);

    public void Dispose() => System.IO.Directory.Delete(Directory.Root, recursive: true);
}
