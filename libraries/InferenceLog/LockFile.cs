namespace MonitoringDemo.InferenceLog;

/// <summary>Held open by the one writer of a directory; the operating system releases it when that process ends, however it ends.</summary>
internal static class LockFile
{
    public static FileStream Take(string directory)
    {
        var path = Path.Combine(directory, "writer.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new LogInUseException(directory, exception);
        }
    }
}
