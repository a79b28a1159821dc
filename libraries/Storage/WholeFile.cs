namespace MonitoringDemo.Storage;

/// <summary>Writes a file beside its place and moves it there: whoever reads sees all of it or none, and a death on the way leaves what stood there.</summary>
public static class WholeFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Puts the bytes in the place of what stands there, if anything. For files with one writer.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="bytes">All that it will hold.</param>
    /// <param name="flushToDisk">True to survive the loss of power too.</param>
    /// <param name="ownerOnly">True when only its owner may read and write it; Windows goes by the folder.</param>
    public static void Replace(string path, ReadOnlySpan<byte> bytes, bool flushToDisk = false, bool ownerOnly = false) =>
        Move(path + ".new", path, bytes, overwrite: true, flushToDisk, ownerOnly);

    /// <summary>Puts the bytes where nothing stands. Several processes may try at once: the first one's bytes count.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="bytes">All that it will hold.</param>
    /// <param name="flushToDisk">True to survive the loss of power too.</param>
    /// <param name="ownerOnly">True when only its owner may read and write it; Windows goes by the folder.</param>
    /// <returns>False when a file stands there already; it is left as it is.</returns>
    public static bool TryCreate(string path, ReadOnlySpan<byte> bytes, bool flushToDisk = false, bool ownerOnly = false)
    {
        var next = $"{path}.{Environment.ProcessId}.new";
        try
        {
            Move(next, path, bytes, overwrite: false, flushToDisk, ownerOnly);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(next);
            return false;
        }
    }

    private static void Move(string next, string path, ReadOnlySpan<byte> bytes, bool overwrite, bool flushToDisk, bool ownerOnly)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (ownerOnly && !OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(next, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk);
        }

        File.Move(next, path, overwrite);
    }
}
