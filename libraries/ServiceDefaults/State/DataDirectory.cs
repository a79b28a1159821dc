namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>The one directory under which all state lives.</summary>
public sealed class DataDirectory
{
    private const string LockFile = ".lock";

    /// <param name="path">Relative to the working directory, or absolute. It is created when first written to.</param>
    public DataDirectory(string path) => Root = Path.GetFullPath(path);

    /// <summary>The absolute path.</summary>
    public string Root { get; }

    /// <summary>The path of a file or folder in it; the folder that holds it is created.</summary>
    public string PathOf(params string[] parts)
    {
        var path = Path.GetFullPath(Path.Combine([Root, .. parts]));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Claims the whole directory for this process until the result is disposed of or the process ends.</summary>
    /// <exception cref="DataDirectoryInUseException">Another process has claimed it, or a part of it.</exception>
    public IDisposable Lock() => Open(PathOf(LockFile), FileAccess.ReadWrite, FileShare.None);

    /// <summary>Claims one service's part, so that several services can share the directory but no service runs in it twice.</summary>
    /// <exception cref="DataDirectoryInUseException">Another process has claimed this part, or the whole.</exception>
    public IDisposable Lock(string part)
    {
        var whole = PathOf(LockFile);
        if (!File.Exists(whole)) File.Open(whole, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
        var shared = Open(whole, FileAccess.Read, FileShare.Read);
        try
        {
            return new Locks(shared, Open(PathOf(part, LockFile), FileAccess.ReadWrite, FileShare.None));
        }
        catch
        {
            shared.Dispose();
            throw;
        }
    }

    /// <summary><c>.demo</c> beside the solution that this program was built from, else in the working directory.</summary>
    public static string DefaultPath()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MonitoringDemo.sln"))) return Path.Combine(folder.FullName, ".demo");
        }

        return Path.GetFullPath(".demo");
    }

    private FileStream Open(string file, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(file, access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate, access, share);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new DataDirectoryInUseException(Root, e);
        }
    }

    private sealed class Locks(IDisposable whole, IDisposable part) : IDisposable
    {
        public void Dispose()
        {
            part.Dispose();
            whole.Dispose();
        }
    }
}
