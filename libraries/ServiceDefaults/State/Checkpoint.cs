using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.Storage;

namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>One record in one file, replaced as a whole: offset, state and outgoing messages are either all new or all old.</summary>
/// <typeparam name="T">A record that System.Text.Json can write and read.</typeparam>
/// <param name="path">The file; see <see cref="DataDirectory.PathOf"/>.</param>
/// <param name="flushToDisk">True to survive the loss of power too, at the price of a disk flush per save.</param>
public sealed class Checkpoint<T>(string path, bool flushToDisk = false)
    where T : class
{
    private const string Kind = "checkpoint-";
    private const string Magic = Kind + "1";

    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Reads the record that was saved last.</summary>
    /// <returns>False when none was ever saved.</returns>
    /// <exception cref="DamagedCheckpointException">The file is cut short, altered, or of another shape.</exception>
    public bool TryLoad([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
    {
        value = null;
        if (!File.Exists(Path)) return false;

        var bytes = File.ReadAllBytes(Path);
        var end = bytes.AsSpan().IndexOf((byte)'\n');
        var header = end < 0 ? [] : Encoding.ASCII.GetString(bytes, 0, end).Split(' ');
        if (header.Length > 0 && header[0] != Magic && header[0].StartsWith(Kind, StringComparison.Ordinal))
            throw new DamagedCheckpointException(Path, $"has the format '{header[0]}', and this program reads '{Magic}'; use a newer program");
        if (header.Length != 3 || header[0] != Magic) throw new DamagedCheckpointException(Path, "has no valid first line");

        var body = bytes.AsSpan(end + 1);
        if (header[1] != body.Length.ToString(CultureInfo.InvariantCulture)) throw new DamagedCheckpointException(Path, $"is {body.Length} bytes long instead of {header[1]}");
        if (header[2] != Convert.ToHexStringLower(SHA256.HashData(body))) throw new DamagedCheckpointException(Path, "does not match its checksum");

        try
        {
            value = JsonSerializer.Deserialize<T>(body, MessageJson.Options);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new DamagedCheckpointException(Path, $"does not hold a {typeof(T).Name}: {e.Message}", e);
        }

        return value is not null ? true : throw new DamagedCheckpointException(Path, "is empty");
    }

    /// <summary>Replaces the record. When this returns it survives the death of the process; until then the old one stays.</summary>
    public void Save(T value)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, MessageJson.Options);
        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Magic} {body.Length} {Convert.ToHexStringLower(SHA256.HashData(body))}\n"));

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        WholeFile.Replace(Path, [.. header, .. body], flushToDisk);
    }
}
