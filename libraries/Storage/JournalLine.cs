using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MonitoringDemo.Storage;

/// <summary>Writes and reads one line: canonical JSON (fixed order, no spaces) that ends with its own hash.</summary>
/// <remarks>The hash covers the bytes as written, so reading never depends on how a number would be written again.</remarks>
public static class JournalLine
{
    /// <summary>What the first line names as the hash of the line before it.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";
    private static readonly byte[] HashKey = ",\"hash\":\""u8.ToArray();
    private static readonly int TailLength = HashKey.Length + Genesis.Length + 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line, with its line feed, and its hash.</summary>
    /// <param name="seq">Which line this is, from 1.</param>
    /// <param name="previous">The hash of the line before; <see cref="Genesis"/> for the first.</param>
    /// <param name="more">How many lines of the same deed follow: they count together or not at all.</param>
    /// <param name="row">One past the last row of the inference log that had been read.</param>
    /// <param name="time">When, by the clock of the caller.</param>
    /// <param name="fact">What.</param>
    public static (byte[] Line, string Hash) Write(long seq, string previous, int more, long row, DateTimeOffset time, JournalFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Head(seq, previous, more, fact.Type, row, time, fact.Payload), Json);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        return ([.. body.AsSpan(0, body.Length - 1), .. HashKey, .. Encoding.ASCII.GetBytes(hash), (byte)'"', (byte)'}', (byte)'\n'], hash);
    }

    /// <summary>Reads a line and checks that it follows the one before.</summary>
    /// <param name="line">Without the line feed.</param>
    /// <param name="previous">The hash of the line before.</param>
    /// <param name="number">Which line this is, from 1.</param>
    /// <returns>The record, how many lines of the same deed follow, and the line's hash.</returns>
    /// <exception cref="DamagedJournalException">It was altered, or is not the next one.</exception>
    public static (JournalRecord Record, int More, string Hash) Read(ReadOnlySpan<byte> line, string previous, long number)
    {
        if (line.Length <= TailLength || !line[^TailLength..].StartsWith(HashKey)) throw new DamagedJournalException($"has no hash in line {number}");
        byte[] body = [.. line[..^TailLength], (byte)'}'];
        var hash = HashOf(line);
        if (hash != Convert.ToHexStringLower(SHA256.HashData(body))) throw new DamagedJournalException($"was altered in line {number}: it does not match its hash");
        try
        {
            var head = JsonSerializer.Deserialize<Head>(body, Json)!;
            if (head.Prev != previous || head.Seq != number) throw new DamagedJournalException($"has a broken chain at line {number}: it does not follow the line before");
            if (head.Type is null || head.Payload.ValueKind != JsonValueKind.Object) throw new DamagedJournalException($"tells of nothing in line {number}");
            return (new JournalRecord(head.Seq, head.Row, head.Time, new JournalFact(head.Type, head.Payload), hash), head.More, hash);
        }
        catch (JsonException e)
        {
            throw new DamagedJournalException($"cannot be read in line {number}: {e.Message}");
        }
    }

    /// <summary>The hash that a line says it has; <see cref="Read"/> checks it.</summary>
    /// <param name="line">Without the line feed, as it was written.</param>
    public static string HashOf(ReadOnlySpan<byte> line) => Encoding.ASCII.GetString(line[^(Genesis.Length + 2)..^2]);

    private sealed record Head(long Seq, string Prev, int More, string Type, long Row, DateTimeOffset Time, JsonElement Payload);
}
