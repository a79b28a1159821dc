using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Formats.Tests;

/// <summary>A data directory of its own for one test.</summary>
internal sealed class TemporaryData : IDisposable
{
    public DataDirectory Directory { get; } = new(System.IO.Directory.CreateTempSubdirectory("formats-").FullName);

    /// <summary>Puts a stored file where a service looks for it.</summary>
    public string Put(string file, params string[] parts)
    {
        var path = Directory.PathOf(parts);
        File.Copy(StoredFiles.PathOf(file), path, overwrite: true);
        return path;
    }

    public void Dispose() => System.IO.Directory.Delete(Directory.Root, recursive: true);
}
