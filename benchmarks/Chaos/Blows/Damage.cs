namespace MonitoringDemo.Chaos.Blows;

/// <summary>What is done to the files of a process that has ended.</summary>
internal static class Damage
{
    private const int Torn = 100;
    private const int Lost = 2_000;

    /// <summary>A write that died: the first bytes of a record behind the last whole one.</summary>
    /// <param name="data">The data directory.</param>
    public static void HalfARecord(string data)
    {
        var segment = Newest(data);
        var bytes = File.ReadAllBytes(segment).AsSpan(0, Torn).ToArray();
        using var file = new FileStream(segment, FileMode.Append);
        file.Write(bytes);
    }

    /// <summary>What was written last is gone.</summary>
    /// <param name="data">The data directory of a service that keeps a copy.</param>
    public static void LostEnd(string data)
    {
        using var file = File.OpenWrite(Newest(data));
        file.SetLength(Math.Max(0, file.Length - Lost));
    }

    /// <summary>One bit of a file is another one.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="name">The file's; it may not be there yet.</param>
    public static void FlippedByte(string data, string name)
    {
        foreach (var path in Directory.GetFiles(data, name, SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(path);
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(path, bytes);
        }
    }

    private static string Newest(string data) => Directory.GetFiles(Path.Combine(data, "log"), "*.log").Order(StringComparer.Ordinal).Last();
}
