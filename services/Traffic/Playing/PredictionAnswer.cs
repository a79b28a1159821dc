using System.Buffers.Text;
using System.Text.Json;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>An answer of <c>POST /v1/predictions</c>, read into buffers that are used again.</summary>
internal sealed class PredictionAnswer
{
    private const int NoId = -1;

    private byte[] _bytes = new byte[1 << 16];
    private long[] _ids = [];
    private byte[] _labels = [];

    public int Count { get; private set; }

    public int ModelVersion { get; private set; }

    /// <summary>The number in each prediction id <c>p-{row}</c>.</summary>
    public ReadOnlySpan<long> Ids => _ids.AsSpan(0, Count);

    public ReadOnlySpan<byte> Labels => _labels.AsSpan(0, Count);

    /// <exception cref="InvalidDataException">The answer does not hold one prediction for every row asked for.</exception>
    public async Task ReadAsync(Stream stream, int rows, CancellationToken cancellation)
    {
        var length = 0;
        for (int read; (read = await stream.ReadAsync(_bytes.AsMemory(length), cancellation)) > 0;)
        {
            length += read;
            if (length == _bytes.Length)
                Array.Resize(ref _bytes, length * 2);
        }

        Read(_bytes.AsSpan(0, length), rows);
    }

    /// <exception cref="InvalidDataException">The answer does not hold one prediction for every row asked for.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public void Read(ReadOnlySpan<byte> answer, int rows)
    {
        if (_ids.Length < rows)
            (_ids, _labels) = (new long[rows], new byte[rows]);
        if (!TryReadPlain(answer, rows))
            Parse(answer, rows);
        if (Count != rows)
            throw new InvalidDataException($"{rows} predictions were asked for and {Count} came.");
    }

    /// <summary>Reads an answer that is written as answers usually are, to the byte; any other is read as the JSON that it is.</summary>
    private bool TryReadPlain(ReadOnlySpan<byte> answer, int rows)
    {
        var at = answer.IndexOf(",\"modelVersion\":"u8);
        if (at < 0 || !answer.StartsWith("{\"model\":\""u8) || answer[..at].Contains((byte)'\\'))
            return false;
        var text = new PlainText(answer[at..]);
        if (!text.Skip(",\"modelVersion\":"u8) || !text.TryNumber(out var version) || version > int.MaxValue || !text.Skip(",\"predictions\":["u8))
            return false;
        (Count, ModelVersion) = (0, (int)version);
        for (; Count < rows; Count++)
        {
            if ((Count > 0 && !text.Skip(","u8)) || !text.Skip("{\"id\":\"p-"u8) || !text.TryNumber(out _ids[Count]) || !text.Skip("\",\"score\":"u8))
                return false;
            text.SkipDecimal();
            if (!text.Skip(",\"label\":"u8) || !text.TryNumber(out var label) || label > byte.MaxValue || !text.Skip("}"u8))
                return false;
            _labels[Count] = (byte)label;
        }

        return text.Skip("]}"u8) && text.IsAtEnd;
    }

    private void Parse(ReadOnlySpan<byte> bytes, int rows)
    {
        (Count, ModelVersion) = (0, 0);
        var json = new Utf8JsonReader(bytes);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
                continue;
            if (json.CurrentDepth == 1 && json.ValueTextEquals("modelVersion"u8))
            {
                json.Read();
                ModelVersion = json.GetInt32();
            }
            else if (json.CurrentDepth == 1 && json.ValueTextEquals("predictions"u8))
            {
                json.Read();
                while (json.Read() && json.TokenType == JsonTokenType.StartObject)
                    ParsePrediction(ref json, rows);
            }
        }
    }

    private void ParsePrediction(ref Utf8JsonReader json, int rows)
    {
        if (Count == rows)
            throw new InvalidDataException($"{rows} predictions were asked for and more came.");
        _ids[Count] = NoId;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8))
            {
                json.Read();
                _ids[Count] = Number(json.ValueSpan);
            }
            else if (json.ValueTextEquals("label"u8))
            {
                json.Read();
                _labels[Count] = json.GetByte();
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        if (_ids[Count] == NoId)
            throw new InvalidDataException("A prediction came without an id.");
        Count++;
    }

    private static long Number(ReadOnlySpan<byte> id) =>
        id.StartsWith("p-"u8) && Utf8Parser.TryParse(id[2..], out long number, out var length) && length == id.Length - 2
            ? number
            : throw new InvalidDataException("A prediction id is not of the form 'p-123'.");
}
