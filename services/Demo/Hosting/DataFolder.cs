using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.Hosting;

/// <summary>A data directory claimed for this process. A marker file says that it is ours, so that <c>--fresh</c> deletes nothing else.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string Marker = ".monitoringdemo";
    private const string LockFile = ".lock";

    private readonly IDisposable _lock;

    private DataFolder(string path, bool isNew, IDisposable @lock) => (Path, IsNew, _lock) = (path, isNew, @lock);

    /// <summary>Where the live demo keeps its state unless told otherwise.</summary>
    public static string Default => System.IO.Path.Combine(RepositoryRoot.Find(), ".demo");

    public string Path { get; }

    /// <summary>True when no earlier run left its state here.</summary>
    public bool IsNew { get; }

    /// <summary>Claims a directory, emptied first when a fresh start is wanted.</summary>
    /// <exception cref="DataDirectoryInUseException">Another process works in it.</exception>
    /// <exception cref="UnusableInputException">It holds something that is not ours, or cannot be written to.</exception>
    public static DataFolder Claim(string directory, bool fresh)
    {
        try
        {
            var path = System.IO.Path.GetFullPath(directory);
            var ours = IsOurs(path);
            if (!ours && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
                throw new UnusableInputException($"'{path}' holds files that are not the demo's; name another directory with --data DIR.");
            Directory.CreateDirectory(path);
            var claim = new DataDirectory(path).Lock();
            if (fresh)
                Empty(path);
            File.WriteAllText(System.IO.Path.Combine(path, Marker), "The state of MonitoringDemo; --fresh deletes it.\n");
            return new DataFolder(path, isNew: fresh || !ours, claim);
        }
        catch (Exception e) when (e is IOException and not DataDirectoryInUseException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnusableInputException($"'{directory}' cannot be used ({e.Message.TrimEnd('.')}); name another directory with --data DIR.", e);
        }
    }

    /// <summary>Empties it while it stays claimed, for a fresh start in the same process.</summary>
    /// <exception cref="UnusableInputException">Something in it cannot be deleted.</exception>
    public void BeginAgain()
    {
        try
        {
            Empty(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"'{Path}' cannot be emptied ({e.Message.TrimEnd('.')}); start again with --fresh.", e);
        }
    }

    /// <summary>Whether a directory carries our marker.</summary>
    public static bool IsOurs(string directory) => File.Exists(System.IO.Path.Combine(directory, Marker));

    public void Dispose() => _lock.Dispose();

    // Our lock and marker stay: a deletion that is cut short can be taken up again, and nobody slips in.
    private static void Empty(string path)
    {
        foreach (var folder in Directory.GetDirectories(path))
            Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.GetFiles(path).Where(f => System.IO.Path.GetFileName(f) is not (Marker or LockFile)))
            File.Delete(file);
    }
}
