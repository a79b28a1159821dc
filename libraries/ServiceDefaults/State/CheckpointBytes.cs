using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.ServiceDefaults.State;

/// <summary>A record as bytes that tell whether they are whole: a line with their format, length and checksum, then JSON.</summary>
internal static class CheckpointBytes
{
    private const string Kind = "checkpoint-";
    private const string Magic = Kind + "1";

    public static byte[] Write<T>(T value)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, MessageJson.Options);
        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Magic} {body.Length} {Convert.ToHexStringLower(SHA256.HashData(body))}\n"));
        return [.. header, .. body];
    }

    /// <param name="bytes">What was written.</param>
    /// <param name="place">Where it stands, for people.</param>
    /// <exception cref="DamagedCheckpointException">The bytes are cut short, altered, or of another shape.</exception>
    public static T Read<T>(byte[] bytes, string place)
        where T : class
    {
        var end = bytes.AsSpan().IndexOf((byte)'\n');
        var header = end < 0 ? [] : Encoding.ASCII.GetString(bytes, 0, end).Split(' ');
        if (header.Length > 0 && header[0] != Magic && header[0].StartsWith(Kind, StringComparison.Ordinal))
            throw new DamagedCheckpointException(place, $"has the format '{header[0]}', and this program reads '{Magic}'; use a newer program");
        if (header.Length != 3 || header[0] != Magic) throw new DamagedCheckpointException(place, "has no valid first line");

        var body = bytes.AsSpan(end + 1);
        if (header[1] != body.Length.ToString(CultureInfo.InvariantCulture)) throw new DamagedCheckpointException(place, $"is {body.Length} bytes long instead of {header[1]}");
        if (header[2] != Convert.ToHexStringLower(SHA256.HashData(body))) throw new DamagedCheckpointException(place, "does not match its checksum");

        try
        {
            return JsonSerializer.Deserialize<T>(body, MessageJson.Options) ?? throw new DamagedCheckpointException(place, "is empty");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new DamagedCheckpointException(place, $"does not hold a {typeof(T).Name}: {e.Message}", e);
        }
    }
}
