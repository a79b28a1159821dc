using System.Globalization;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Onnx.Tests;

/// <summary>Models of every family that the fleet serves, made up: names and categories that are no identifiers, every kind of term and of question.</summary>
internal static class RandomModels
{
    private static readonly string[] s_names = ["probability", "result_1", "tempo", "loud ness", "Größe", "楽曲", "a/b", "x\"y", "Label", "0"];
    private static readonly string[] s_categories = ["", "<missing>", "A", "b", "B", "NaN", "null", " ", "Größe", "🎵", "0"];

    public static IModel Make(Random random)
    {
        var schema = Schema(random);
        return random.Next(3) switch
        {
            0 => new AdditiveModel("logistic-regression", schema, Weight(random), [.. schema.Features.Select(feature => Term(random, feature, steps: false))]),
            1 => new AdditiveModel("binned-logistic", schema, Weight(random), [.. schema.Features.Select(feature => Term(random, feature, steps: true))]),
            _ => new BoostedModel(schema, Weight(random), [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => Tree(random, schema))]),
        };
    }

    /// <summary>Values in schema order: ordinary ones, the model's own edges, infinite, missing and unknown ones.</summary>
    public static double[] Row(Random random, FeatureSchema schema) =>
        [.. schema.Features.Select(feature => feature.Kind == FeatureKind.Numeric ? Value(random) : Code(random, feature.Categories.Count))];

    private static FeatureSchema Schema(Random random)
    {
        var names = s_names.OrderBy(_ => random.Next()).Take(random.Next(1, s_names.Length));
        return new FeatureSchema([.. names.Select(name => random.Next(3) == 0 ? new Feature(name, FeatureKind.Categorical, Categories(random), true) : new Feature(name, FeatureKind.Numeric, [], true))], "y");
    }

    // Now and then more than fit into the bits of a number.
    private static string[] Categories(Random random) => random.Next(4) == 0
        ? [.. Enumerable.Range(0, 80).Select(i => i.ToString("00", CultureInfo.InvariantCulture))]
        : [.. s_categories.OrderBy(_ => random.Next()).Take(random.Next(0, s_categories.Length))];

    private static AdditiveTerm Term(Random random, Feature feature, bool steps)
    {
        if (feature.Kind == FeatureKind.Categorical)
            return new CategoryTerm(0, Weight(random), [.. feature.Categories.Select(_ => Weight(random))], Weight(random));
        if (!steps)
            return new LinearTerm(0, Weight(random), Value(random) is var mean && double.IsFinite(mean) ? mean : 0, random.Next(4) == 0 ? 0 : 3 * random.NextDouble(), Weight(random));
        double[] edges = [.. Enumerable.Range(0, random.Next(0, 20)).Select(_ => (double)random.Next(-8, 8)).Distinct().Order()];
        return new StepTerm(0, Weight(random), edges, [.. edges.Append(0).Select(_ => Weight(random))]);
    }

    private static Tree Tree(Random random, FeatureSchema schema)
    {
        var nodes = new List<TreeNode>();
        Grow(nodes, random, schema, random.Next(0, 5));
        return new Tree([.. nodes]);
    }

    private static void Grow(List<TreeNode> nodes, Random random, FeatureSchema schema, int depth)
    {
        var index = nodes.Count;
        nodes.Add(TreeNode.Leaf(Weight(random) / 4, 1));
        if (depth == 0 || (index > 0 && random.Next(5) == 0))
            return;

        var feature = random.Next(schema.Count);
        var categorical = schema.Features[feature].Kind == FeatureKind.Categorical;
        Grow(nodes, random, schema, depth - 1);
        var right = nodes.Count;
        Grow(nodes, random, schema, depth - 1);
        nodes[index] = new TreeNode(
            feature,
            categorical ? 0 : random.Next(6) == 0 ? double.PositiveInfinity : random.Next(-8, 8),
            categorical ? [.. Enumerable.Range(0, schema.Features[feature].Categories.Count).Where(_ => random.Next(2) == 0)] : null,
            random.Next(2) == 0,
            index + 1,
            right,
            0,
            nodes[index + 1].Rows + nodes[right].Rows);
    }

    private static double Weight(Random random) => (random.NextDouble() - 0.5) * 4;

    private static double Value(Random random) => random.Next(12) switch
    {
        0 => double.NaN,
        1 => double.PositiveInfinity,
        2 => double.NegativeInfinity,
        3 or 4 or 5 => random.Next(-8, 8),
        6 => Math.BitIncrement(random.Next(-8, 8)),
        7 => Math.BitDecrement(random.Next(-8, 8)),
        _ => (random.NextDouble() - 0.5) * 20,
    };

    private static double Code(Random random, int categories) => random.Next(6) == 0 ? double.NaN : random.Next(categories + 1);
}
