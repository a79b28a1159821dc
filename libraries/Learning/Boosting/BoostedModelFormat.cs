using System.Text.Json;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Multiclass;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>
/// Boosted trees as JSON: <c>{"base":…,"trees":[[node, …], …]}</c>, nodes in depth-first order, left before right. A leaf is
/// <c>[value, rows]</c>; a node <c>[feature, threshold, missing goes left, rows]</c>, where a threshold of null stands for
/// +∞ (missing values apart) and a list of codes for the categories that go left.
/// </summary>
internal sealed class BoostedModelFormat : IModelFormat
{
    private const double LargestValue = 1e6;
    private const int MostLeaves = 64;

    public string Algorithm => GradientBoostingTrainer.Algorithm;

    public static SoftmaxModel OfClasses(FeatureSchema schema, BoostedModel[] parts) => new(schema, parts, WritePart);

    public static void Write(Utf8JsonWriter writer, BoostedModel model)
    {
        writer.WriteStartObject();
        writer.WriteNumber("base", model.BaseLogOdds);
        writer.WriteStartArray("trees");
        foreach (var tree in model.Trees)
        {
            writer.WriteStartArray();
            foreach (var node in tree.Nodes)
                Write(writer, node);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public IModel Read(FeatureSchema schema, JsonElement parameters) =>
        schema.Task.Classes == 2 ? ReadOne(schema, parameters) : SoftmaxModel.Read(schema, parameters, part => ReadOne(schema, part), WritePart);

    private static void WritePart(Utf8JsonWriter writer, ILogOddsModel part) => Write(writer, (BoostedModel)part);

    private static BoostedModel ReadOne(FeatureSchema schema, JsonElement parameters)
    {
        // More than any trainer grows would only fill memory: a leaf of a few bytes takes half a kilobyte when it is laid out for scoring.
        var count = parameters.GetProperty("trees").GetArrayLength();
        if (count > BoostingSettings.MostTrees)
            throw new InvalidModelArtifactException($"The model has {count} trees; at most {BoostingSettings.MostTrees} are possible.");

        var trees = parameters.GetProperty("trees").EnumerateArray().Select(tree => ReadTree(schema, tree)).ToArray();
        return new BoostedModel(schema, Value(parameters.GetProperty("base")), trees);
    }

    private static void Write(Utf8JsonWriter writer, TreeNode node)
    {
        writer.WriteStartArray();
        if (node.IsLeaf)
        {
            writer.WriteNumberValue(node.Value);
        }
        else
        {
            writer.WriteNumberValue(node.Feature);
            WriteQuestion(writer, node);
            writer.WriteBooleanValue(node.MissingGoesLeft);
        }

        writer.WriteNumberValue(node.Rows);
        writer.WriteEndArray();
    }

    private static void WriteQuestion(Utf8JsonWriter writer, TreeNode node)
    {
        if (node.LeftCategories is not null)
        {
            writer.WriteStartArray();
            foreach (var code in node.LeftCategories)
                writer.WriteNumberValue(code);
            writer.WriteEndArray();
        }
        else if (double.IsPositiveInfinity(node.Threshold))
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteNumberValue(node.Threshold);
        }
    }

    private static Tree ReadTree(FeatureSchema schema, JsonElement tree)
    {
        var elements = tree.EnumerateArray().ToArray();
        var nodes = new TreeNode[elements.Length];
        if (nodes.Length > (2 * MostLeaves) - 1 || ReadNode(schema, elements, nodes, 0) != elements.Length)
            throw new InvalidModelArtifactException("A tree does not have the nodes that it should.");
        return new Tree(nodes);
    }

    // Returns the index behind the node's subtree.
    private static int ReadNode(FeatureSchema schema, JsonElement[] elements, TreeNode[] nodes, int index)
    {
        if (index >= elements.Length)
            throw new InvalidModelArtifactException("A tree ends before its last leaf.");

        var element = elements[index];
        var length = element.GetArrayLength();
        if (length is not (2 or 4))
            throw new InvalidModelArtifactException($"A node of a tree has {length} parts; a leaf has 2 and a question 4.");

        var rows = element[length - 1].GetInt64();
        if (rows <= 0)
            throw new InvalidModelArtifactException("A place in a tree has no training rows.");
        if (length == 2)
        {
            nodes[index] = TreeNode.Leaf(Value(element[0]), rows);
            return index + 1;
        }

        var feature = element[0].GetInt32();
        if (feature < 0 || feature >= schema.Count)
            throw new InvalidModelArtifactException($"A tree asks for feature {feature} of {schema.Count}.");

        var categories = element[1].ValueKind == JsonValueKind.Array ? Categories(element[1], schema.Features[feature]) : null;
        if ((categories is not null) != (schema.Features[feature].Kind == FeatureKind.Categorical))
            throw new InvalidModelArtifactException($"A tree asks for '{schema.Features[feature].Name}' as if it were of the other kind.");

        var threshold = categories is not null ? 0.0 : element[1].ValueKind == JsonValueKind.Null ? double.PositiveInfinity : element[1].GetDouble();
        var right = ReadNode(schema, elements, nodes, index + 1);
        var behind = ReadNode(schema, elements, nodes, right);
        if (nodes[index + 1].Rows + nodes[right].Rows != rows)
            throw new InvalidModelArtifactException("The training rows of a tree do not add up.");
        nodes[index] = new TreeNode(feature, threshold, categories, element[2].GetBoolean(), index + 1, right, 0.0, rows);
        return behind;
    }

    private static int[] Categories(JsonElement codes, Feature feature)
    {
        int[] left = [.. codes.EnumerateArray().Select(code => code.GetInt32())];
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] <= (i == 0 ? -1 : left[i - 1]) || left[i] >= feature.Categories.Count)
                throw new InvalidModelArtifactException($"A tree's categories of '{feature.Name}' are not the ascending codes of some of its {feature.Categories.Count}.");
        }

        return left;
    }

    private static double Value(JsonElement element) =>
        element.GetDouble() is var value && Math.Abs(value) <= LargestValue
            ? value
            : throw new InvalidModelArtifactException("A value of a tree is not a usable number.");
}
