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
        _body.Clear();
        _body.Add("{\"requestId\":"u8);
        _body.Add(RowWriter.Text(FormattableString.Invariant($"{stream}-{firstRow}")));
        Instances();
        _body.Add("}"u8);
    }

    /// <summary>Makes the request that posts the rows with their labels as history.</summary>
    public void History(long firstRow, int count, bool complete)
    {
        Generate(firstRow, count);
        _body.Clear();
        _body.Add("{\"schema\":"u8);
        _body.Add(SchemaJson.Write(world.Schema));
        _body.Add(",\"firstRow\":"u8);
        _body.Add(firstRow);
        Instances();
        var before = ",\"labels\":["u8;
        foreach (var label in Labels)
        {
            _body.Add(before);
            _body.Add((long)label);
            before = ","u8;
        }

        _body.Add(complete ? "],\"complete\":true}"u8 : "],\"complete\":false}"u8);
    }

    private void Generate(long firstRow, int count)
    {
        if (_labels.Length < count)
            (_features, _labels) = (new double[count * _writer.FeatureCount], new byte[count]);
        (FirstRow, Count) = (firstRow, count);
        world.Generate(firstRow, _features.AsSpan(0, count * _writer.FeatureCount), _labels.AsSpan(0, count));
    }

    private void Instances()
    {
        var before = ",\"instances\":["u8;
        for (var i = 0; i < Count; i++)
        {
            _body.Add(before);
            _writer.Write(_body, FirstRow + i, _features.AsSpan(i * _writer.FeatureCount, _writer.FeatureCount));
            before = ","u8;
        }

        _body.Add("]"u8);
        _writer.WriteTimes(_body, FirstRow, Count);
    }
}
