using MonitoringDemo.Storage;

namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>One record in one file, replaced as a whole: offset, state and outgoing messages are either all new or all old.</summary>
/// <typeparam name="T">A record that System.Text.Json can write and read.</typeparam>
/// <param name="path">The file; see <see cref="DataDirectory.PathOf"/>.</param>
/// <param name="flushToDisk">True to survive the loss of power too, at the price of a disk flush per save.</param>
public sealed class Checkpoint<T>(string path, bool flushToDisk = false)
    where T : class
{
    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Reads the record that was saved last.</summary>
    /// <returns>False when none was ever saved.</returns>
    /// <exception cref="DamagedCheckpointException">The file is cut short, altered, or of another shape.</exception>
    public bool TryLoad([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
    {
        value = File.Exists(Path) ? CheckpointBytes.Read<T>(File.ReadAllBytes(Path), Path) : null;
        return value is not null;
    }

    /// <summary>Replaces the record. When this returns it survives the death of the process; until then the old one stays.</summary>
    public void Save(T value)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        WholeFile.Replace(Path, CheckpointBytes.Write(value), flushToDisk);
    }
}
