using System.Globalization;
using Google.Protobuf;
using Onnx;

namespace MonitoringDemo.Onnx;

/// <summary>A graph that grows: every result gets a name that no input has.</summary>
internal sealed class OnnxGraph(IEnumerable<string> inputNames)
{
    public const string LearningDomain = "ai.onnx.ml";

    private readonly GraphProto _graph = new() { Name = "MonitoringDemo" };
    private readonly HashSet<string> _names = new(inputNames, StringComparer.Ordinal);
    private int _results;

    /// <summary>Declares an input of one column.</summary>
    public void Input(string name, TensorProto.Types.DataType type) => _graph.Input.Add(Column(name, type));

    /// <summary>A result as the output, under this name or, where an input has it, the next one that is free.</summary>
    /// <param name="columns">How many columns it has.</param>
    public string Output(string wanted, string result, int columns = 1)
    {
        var name = wanted;
        for (var i = 2; !_names.Add(name); i++)
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{i}");
        _graph.Node.Add(new NodeProto { OpType = "Identity", Name = name, Input = { result }, Output = { name } });
        _graph.Output.Add(Column(name, TensorProto.Types.DataType.Double, columns));
        return name;
    }

    /// <summary>A constant column vector of one axis.</summary>
    public string Numbers(params double[] values) => Constant(Tensor(values));

    /// <summary>A constant without an axis.</summary>
    public string Number(double value)
    {
        var tensor = Tensor([value]);
        tensor.Dims.Clear();
        return Constant(tensor);
    }

    /// <summary>The constant axis that holds the columns.</summary>
    public string ColumnAxis() => Constant(new TensorProto { DataType = (int)TensorProto.Types.DataType.Int64, Dims = { 1 }, Int64Data = { 1 } });

    public string Add(string type, params string[] inputs) => Add(type, inputs, []);

    public string Add(string type, string[] inputs, AttributeProto[] attributes, string domain = "")
    {
        var result = NextName();
        var node = new NodeProto { OpType = type, Domain = domain, Name = result, Output = { result } };
        node.Input.AddRange(inputs);
        node.Attribute.AddRange(attributes);
        _graph.Node.Add(node);
        return result;
    }

    public GraphProto Finish() => _graph;

    public static TensorProto Tensor(IReadOnlyCollection<double> values) =>
        new() { DataType = (int)TensorProto.Types.DataType.Double, Dims = { values.Count }, DoubleData = { values } };

    public static TensorProto Tensor(IReadOnlyCollection<byte> values) =>
        new() { DataType = (int)TensorProto.Types.DataType.Uint8, Dims = { values.Count }, RawData = ByteString.CopyFrom([.. values]) };

    public static AttributeProto Attribute(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    public static AttributeProto Attribute(string name, IEnumerable<long> values) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { values } };

    public static AttributeProto Attribute(string name, TensorProto value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Tensor, T = value };

    public static AttributeProto Attribute(string name, IEnumerable<string> values) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Strings, Strings = { values.Select(ByteString.CopyFromUtf8) } };

    private string Constant(TensorProto tensor)
    {
        tensor.Name = NextName();
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    private string NextName()
    {
        string name;
        do
            name = string.Create(CultureInfo.InvariantCulture, $"result_{++_results}");
        while (!_names.Add(name));
        return name;
    }

    private static ValueInfoProto Column(string name, TensorProto.Types.DataType type, int columns = 1)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = "rows" });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = columns });
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } } };
    }
}
