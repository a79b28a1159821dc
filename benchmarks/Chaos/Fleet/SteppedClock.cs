namespace MonitoringDemo.Chaos.Fleet;

/// <summary>The clock of one process, which can be put forward and back while it runs, by Debian's libfaketime; what measures time that passes is left alone.</summary>
internal sealed class SteppedClock
{
    private const string True = "+0";
    private readonly string _file;

    /// <param name="file">Holds by how much it is wrong.</param>
    public SteppedClock(string file)
    {
        _file = file;
        Set(True);
    }

    /// <summary>Null where it is not installed.</summary>
    public static string? Library { get; } = new[] { "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1" }.FirstOrDefault(File.Exists);

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library!,
        ["FAKETIME_TIMESTAMP_FILE"] = _file,
        ["FAKETIME_CACHE_DURATION"] = "1",
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        // With it every thread of .NET that waits for a time turns without end.
        ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
    };

    /// <param name="by">For instance <c>+26h</c> or <c>-2d</c>.</param>
    public void Set(string by) => File.WriteAllText(_file, by + "\n");

    public void Mend() => Set(True);
}
