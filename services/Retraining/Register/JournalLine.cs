using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringDemo.Retraining.Register;

/// <summary>Writes and reads one line: canonical JSON (fixed order, no spaces) that ends with its own hash.</summary>
/// <remarks>The hash covers the bytes as written, so reading never depends on how a number would be written again.</remarks>
internal static class JournalLine
{
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";
    private static readonly byte[] HashKey = ",\"hash\":\""u8.ToArray();
    private static readonly int TailLength = HashKey.Length + Genesis.Length + 2;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <param name="more">How many lines of the same deed follow: they count together or not at all.</param>
    public static (byte[] Line, string Hash) Write(long seq, string previous, int more, long row, DateTimeOffset time, JournalEvent happened)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Head(seq, previous, more, JournalEventTypes.NameOf(happened), row, time, JsonSerializer.SerializeToElement(happened, happened.GetType(), Json)), Json);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        return ([.. body.AsSpan(0, body.Length - 1), .. HashKey, .. Encoding.ASCII.GetBytes(hash), (byte)'"', (byte)'}', (byte)'\n'], hash);
    }

    /// <param name="line">Without the line feed.</param>
    /// <param name="previous">The hash of the line before.</param>
    /// <param name="number">Which line this is, from 1.</param>
    public static (JournalEntry Entry, int More) Read(ReadOnlySpan<byte> line, string previous, long number)
    {
        if (line.Length <= TailLength || !line[^TailLength..].StartsWith(HashKey)) throw new DamagedJournalException($"has no hash in line {number}");
        byte[] body = [.. line[..^TailLength], (byte)'}'];
        var hash = Encoding.ASCII.GetString(line[^(Genesis.Length + 2)..^2]);
        if (hash != Convert.ToHexStringLower(SHA256.HashData(body))) throw new DamagedJournalException($"was altered in line {number}: it does not match its hash");
        try
        {
            var head = JsonSerializer.Deserialize<Head>(body, Json)!;
            if (head.Prev != previous || head.Seq != number) throw new DamagedJournalException($"has a broken chain at line {number}: it does not follow the line before");
            if (head.Type is null || head.Payload.ValueKind != JsonValueKind.Object) throw new DamagedJournalException($"tells of nothing in line {number}");
            var happened = (JournalEvent)head.Payload.Deserialize(JournalEventTypes.TypeOf(head.Type), Json)!;
            return (new JournalEntry(head.Seq, hash, head.Row, head.Time, happened), head.More);
        }
        catch (JsonException e)
        {
            throw new DamagedJournalException($"cannot be read in line {number}: {e.Message}");
        }
    }

    private sealed record Head(long Seq, string Prev, int More, string Type, long Row, DateTimeOffset Time, JsonElement Payload);
}
