using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>Consecutive rows and the request that carries them, in buffers that are used again.</summary>
/// <remarks>A request holds as many of the rows asked for as fit into <see cref="MostBodyBytes"/>, and at least one: rows may be of any width.</remarks>
internal sealed class PreparedRows(IWorld world, string stream)
{
    /// <summary>Three quarters of what the services take unless they are told otherwise, 4 MiB.</summary>
    internal const int MostBodyBytes = 3 << 20;

    private readonly RowWriter _writer = new(world);
    private readonly JsonBody _body = new();
    private double[] _features = [];
    private byte[] _labels = [];

    public long FirstRow { get; private set; }

    /// <summary>How many rows the request holds.</summary>
    public int Count { get; private set; }

    /// <summary>How many rows it was asked to hold.</summary>
    public int Asked { get; private set; }

    public ReadOnlySpan<byte> Labels => _labels.AsSpan(0, Count);

    public ReadOnlyMemory<byte> Body => _body.Bytes;

    /// <summary>Makes the request for predictions of the rows [firstRow, firstRow + count), or of the first of them.</summary>
    public void Predictions(long firstRow, int count)
    {
        Asked = count;
        WritePredictions(firstRow, count);
        while (Fewer() is { } fitting)
            WritePredictions(firstRow, fitting);
    }

    /// <summary>Makes the request that posts the rows with their labels as history, or the first of them.</summary>
    /// <param name="firstRow">The first row.</param>
    /// <param name="count">How many.</param>
    /// <param name="complete">Whether they are the last of history; what does not fit into this request is.</param>
    public void History(long firstRow, int count, bool complete)
    {
        Asked = count;
        WriteHistory(firstRow, count, complete);
        while (Fewer() is { } fitting)
            WriteHistory(firstRow, fitting, complete: false);
    }

    /// <summary>With how many rows to try again; null when the request is small enough, or holds one row only.</summary>
    private int? Fewer() => _body.Bytes.Length <= MostBodyBytes || Count == 1
        ? null
        : (int)Math.Clamp((long)Count * MostBodyBytes / _body.Bytes.Length, 1, Count - 1);

    private void WritePredictions(long firstRow, int count)
    {
        Generate(firstRow, count);
        _body.Clear();
        _body.Add("{\"requestId\":"u8);
        _body.Add(RowWriter.Text(FormattableString.Invariant($"{stream}-{firstRow}")));
        Instances();
        _body.Add("}"u8);
    }

    private void WriteHistory(long firstRow, int count, bool complete)
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
