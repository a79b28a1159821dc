using System.Text.Json;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>Consecutive rows and the request that carries them, in buffers that are used again.</summary>
internal sealed class PreparedRows(IWorld world, string stream)
{
    private readonly RowWriter _writer = new(world);
    private readonly JsonBody _body = new();
    private double[] _features = [];
    private byte[] _labels = [];

    public long FirstRow { get; private set; }

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Labels => _labels.AsSpan(0, Count);

    public ReadOnlyMemory<byte> Body => _body.Bytes;

    /// <summary>Makes the request for predictions of the rows [firstRow, firstRow + count).</summary>
    public void Predictions(long firstRow, int count)
    {
        Generate(firstRow, count);
        _body.Write(json =>
        {
            json.WriteString("requestId"u8, FormattableString.Invariant($"{stream}-{firstRow}"));
            Instances(json);
        });
    }

    /// <summary>Makes the request that posts the rows with their labels as history.</summary>
    public void History(long firstRow, int count, bool complete)
    {
        Generate(firstRow, count);
        _body.Write(json =>
        {
            json.WritePropertyName("schema"u8);
            json.WriteRawValue(SchemaJson.Write(world.Schema), skipInputValidation: true);
            json.WriteNumber("firstRow"u8, firstRow);
            Instances(json);
            json.WriteStartArray("labels"u8);
            foreach (var label in Labels)
                json.WriteNumberValue(label);
            json.WriteEndArray();
            json.WriteBoolean("complete"u8, complete);
        });
    }

    private void Generate(long firstRow, int count)
    {
        if (_labels.Length < count)
            (_features, _labels) = (new double[count * _writer.FeatureCount], new byte[count]);
        (FirstRow, Count) = (firstRow, count);
        world.Generate(firstRow, _features.AsSpan(0, count * _writer.FeatureCount), _labels.AsSpan(0, count));
    }

    private void Instances(Utf8JsonWriter json)
    {
        json.WriteStartArray("instances"u8);
        for (var i = 0; i < Count; i++)
            _writer.Write(json, FirstRow + i, _features.AsSpan(i * _writer.FeatureCount, _writer.FeatureCount));
        json.WriteEndArray();
        _writer.WriteTimes(json, FirstRow, Count);
    }
}
