using System.Buffers.Text;
using System.Text.Json;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>The request that reports outcomes: <c>{"outcomes":[{"id":"p-5000","label":1}]}</c>.</summary>
internal sealed class OutcomeBody
{
    private const int MaxOutcomes = 1_000;

    private readonly JsonBody _body = new();
    private readonly List<(long Id, byte Label)> _outcomes = new(MaxOutcomes);

    public int Count => _outcomes.Count;

    public bool IsFull => Count >= MaxOutcomes;

    public void Clear() => _outcomes.Clear();

    /// <param name="id">The number in the prediction's id.</param>
    /// <param name="label">What became of it.</param>
    public void Add(long id, byte label) => _outcomes.Add((id, label));

    public ReadOnlyMemory<byte> Write()
    {
        _body.Write(json =>
        {
            json.WriteStartArray("outcomes"u8);
            foreach (var (id, label) in _outcomes)
                Write(json, id, label);
            json.WriteEndArray();
        });
        return _body.Bytes;
    }

    private static void Write(Utf8JsonWriter json, long id, byte label)
    {
        Span<byte> text = stackalloc byte[24];
        "p-"u8.CopyTo(text);
        Utf8Formatter.TryFormat(id, text[2..], out var length);
        json.WriteStartObject();
        json.WriteString("id"u8, text[..(length + 2)]);
        json.WriteNumber("label"u8, label);
        json.WriteEndObject();
    }
}
