using System.Diagnostics;

namespace MonitoringDemo.Chaos.Fleet;

/// <summary>A file system of its own in memory, mounted over a data directory, which can be filled to the last byte. It takes the right to mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    // Above the size at which the alert about full disks speaks by itself.
    private const string Size = "2200m";
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Ballast => Path.Combine(_folder, "ballast");

    /// <returns>Null where it may not be mounted.</returns>
    public static SmallDisk? TryMount(string folder)
    {
        Directory.CreateDirectory(folder);
        return Run("mount", "-t", "tmpfs", "-o", $"size={Size}", "tmpfs", folder) == 0 ? new SmallDisk(folder) : null;
    }

    public void Fill()
    {
        var bytes = new byte[1 << 20];
        using var ballast = File.Create(Ballast, 1);
        for (var step = bytes.Length; step > 0;)
        {
            try
            {
                ballast.Write(bytes, 0, step);
            }
            catch (IOException)
            {
                // So much does not fit any more: less may.
                step /= 2;
            }
        }
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose() => Run("umount", _folder);

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
