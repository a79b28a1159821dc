namespace MonitoringDemo.Demo.Hosting;

/// <summary>A directory that goes when it is disposed of.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("monitoringdemo-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // The system clears its temporary folder in its own time.
        }
    }
}
