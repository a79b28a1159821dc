using System.Numerics;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Fixtures;
using MonitoringDemo.Learning.Tests.Trainers;

namespace MonitoringDemo.Learning.Tests.Explanation;

public class TreeContributionsTests
{
    private static readonly double[] Strange = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, -3.0, 99.0];

    [Theory]
    [InlineData(3, 31, 1.0)]
    [InlineData(20, 8, 0.6)]
    [InlineData(5, 64, 0.5)]
    public void They_are_the_Shapley_values_counted_over_every_subset_of_features(int trees, int leaves, double columnShare)
    {
        var data = Wide(800, 3);
        var settings = new Dictionary<string, double> { ["trees"] = trees, ["leaves"] = leaves, ["column-share"] = columnShare, ["min-rows"] = 5 };
        var model = (BoostedModel)new GradientBoostingTrainer().Train(data, settings, 1);
        var contributions = new double[data.Schema.Count];

        foreach (var row in Rows(data, 25))
        {
            var start = model.Explain(row, contributions);
            var expected = EverySubset(model, row);

            start.ShouldBe(Expectation(model, row, 0), 1e-12);
            for (var i = 0; i < contributions.Length; i++)
                contributions[i].ShouldBe(expected[i], 1e-12);
        }
    }

    [Fact]
    public void With_the_base_value_they_sum_to_the_log_odds()
    {
        var data = Problem.Textbook(3000, 5);
        var model = (BoostedModel)new GradientBoostingTrainer().Train(data, Problem.Defaults, 0);
        var contributions = new double[4];

        for (var i = 0; i < 300; i++)
        {
            var sum = model.Explain(data.Row(i), contributions) + contributions.Sum();

            sum.ShouldBe(LogOdds(model, data.Row(i)), 1e-12);
            Deterministic.Sigmoid(sum).ShouldBe(model.Score(data.Row(i)), 1e-12);
        }
    }

    [Fact]
    public void A_path_of_sixty_three_features_loses_no_digits()
    {
        const int Depth = 63;
        var nodes = new List<TreeNode>();
        for (var i = 0; i < Depth; i++)
        {
            nodes.Add(new TreeNode(i, 0.0, null, true, nodes.Count + 1, nodes.Count + 2, 0.0, 1000 - (10 * i)));
            nodes.Add(TreeNode.Leaf(i % 2 == 0 ? 1.0 : -1.0, 10));
        }

        nodes.Add(TreeNode.Leaf(3.0, 1000 - (10 * Depth)));
        var model = new BoostedModel(Problem.Numeric(Depth), 0.25, [new Tree([.. nodes])]);
        var contributions = new double[Depth];

        var start = model.Explain(Enumerable.Repeat(1.0, Depth).ToArray(), contributions);

        // Only the last leaf is reached: what the features say goes all the way from the mean to its value.
        (start + contributions.Sum()).ShouldBe(3.25, 1e-13);
        foreach (var feature in (int[])[0, 1, 20, 40, 61, 62])
            contributions[feature].ShouldBe(ExactInChain(feature), 1e-13);

        // The Shapley value in whole numbers: leaf i is left through feature i, which then says no, and those before it yes;
        // the covers are 1 / (100 − i) and (99 − i) / (100 − i). A polynomial counts the coalitions by their size.
        static double ExactInChain(int feature)
        {
            var sum = 0.0;
            for (var leaf = feature; leaf <= Depth; leaf++)
            {
                var features = Math.Min(leaf + 1, Depth);
                BigInteger[] bySize = [1];
                var covers = BigInteger.One;
                for (var i = 0; i < features; i++)
                {
                    covers *= 100 - i;
                    if (i != feature && i < leaf)
                        bySize = Times(bySize, 99 - i, 100 - i);
                }

                // (known − cover) of the feature itself, times the denominator that is in covers already.
                BigInteger own = feature < leaf ? 1 : -1;
                var inner = BigInteger.Zero;
                for (var s = 0; s < bySize.Length; s++)
                    inner += bySize[s] * Factorial(s) * Factorial(features - s - 1);
                var value = leaf == Depth ? 3 : leaf % 2 == 0 ? 1 : -1;
                sum += (double)((value * own * inner << 200) / (covers * Factorial(features))) / (double)(BigInteger.One << 200);
            }

            return sum;
        }

        static BigInteger[] Times(BigInteger[] polynomial, BigInteger unknown, BigInteger known)
        {
            var product = new BigInteger[polynomial.Length + 1];
            for (var i = 0; i < polynomial.Length; i++)
            {
                product[i] += polynomial[i] * unknown;
                product[i + 1] += polynomial[i] * known;
            }

            return product;
        }
    }

    [Fact]
    public void A_model_from_another_machine_is_explained_too()
    {
        var model = (IExplainableModel)ModelArtifact.Read(Fixture.Bytes("gradient-boosting.model"));
        var (data, contributions) = (Problem.Textbook(400, 21), new double[4]);

        for (var i = 0; i < 50; i++)
            Deterministic.Sigmoid(model.Explain(data.Row(i), contributions) + contributions.Sum()).ShouldBe(model.Score(data.Row(i)), 1e-13);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_row()
    {
        var data = Problem.Textbook(500, 6);
        var model = (BoostedModel)new GradientBoostingTrainer().Train(data, new Dictionary<string, double> { ["trees"] = 5 }, 0);
        var contributions = new double[4];
        model.Explain(data.Row(0), contributions);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 200; i++)
            model.Explain(data.Row(i), contributions);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_row_or_a_buffer_of_another_length_is_refused()
    {
        var model = (BoostedModel)new GradientBoostingTrainer().Train(Problem.Textbook(200, 7), new Dictionary<string, double> { ["trees"] = 1 }, 0);

        Should.Throw<ArgumentException>(() => model.Explain(new double[3], new double[4])).Message.ShouldContain("takes 4");
        Should.Throw<ArgumentException>(() => model.Explain(new double[4], new double[5])).Message.ShouldContain("takes 4");
    }

    // Eight features: numbers, missing values, two categorical ones with rare and unseen categories.
    private static DataSet Wide(int rows, ulong seed)
    {
        string[] many = [.. Enumerable.Range(0, 12).Select(i => $"c{i}")];
        var schema = new FeatureSchema(
            [
                .. Enumerable.Range(0, 6).Select(i => new Feature($"x{i}", FeatureKind.Numeric, [], true)),
                new("few", FeatureKind.Categorical, ["A", "B", "never"], true), new("many", FeatureKind.Categorical, many, true),
            ],
            "y");
        var random = new SplitMix64(seed);
        var (values, labels) = (new double[rows * 8], new byte[rows]);
        for (var i = 0; i < rows; i++)
        {
            var row = values.AsSpan(i * 8, 8);
            for (var j = 0; j < 6; j++)
                row[j] = random.NextDouble() < 0.1 ? double.NaN : random.NextNormal();
            (row[6], row[7]) = (random.NextInt(2), random.NextDouble() < 0.1 ? double.NaN : random.NextInt(11));
            var logOdds = (row[0] > 0 ? row[1] : -row[2]) + (row[6] == 1 ? row[3] : 0.5) + (row[7] % 3) - 1;
            labels[i] = random.NextDouble() < (double.IsNaN(logOdds) ? 0.8 : Deterministic.Sigmoid(logOdds)) ? (byte)1 : (byte)0;
        }

        return Problem.Rows(schema, values, labels);
    }

    private static IEnumerable<double[]> Rows(DataSet data, int count)
    {
        for (var i = 0; i < count; i++)
            yield return data.Row(i).ToArray();
        foreach (var value in Strange)
            yield return [.. Enumerable.Repeat(value, data.Schema.Count)];
    }

    private static double[] EverySubset(BoostedModel model, double[] row)
    {
        var width = model.Schema.Count;
        double[] worth = [.. Enumerable.Range(0, 1 << width).Select(known => Expectation(model, row, known))];
        var values = new double[width];
        for (var feature = 0; feature < width; feature++)
        {
            for (var known = 0; known < worth.Length; known++)
            {
                if ((known >> feature & 1) == 1)
                    continue;
                var size = BitOperations.PopCount((uint)known);
                var weight = (double)(Factorial(size) * Factorial(width - size - 1)) / (double)Factorial(width);
                values[feature] += weight * (worth[known | (1 << feature)] - worth[known]);
            }
        }

        return values;
    }

    // What the model says when only some features are known: at a question about another one, both ways by their training rows.
    private static double Expectation(BoostedModel model, double[] row, int known)
    {
        return model.BaseLogOdds + model.Trees.Sum(tree => Of(tree, tree.Nodes[0]));

        double Of(Tree tree, TreeNode node)
        {
            if (node.IsLeaf)
                return node.Value;
            var (left, right) = (tree.Nodes[node.Left], tree.Nodes[node.Right]);
            if ((known >> node.Feature & 1) == 1)
                return Of(tree, node.GoesLeft(row[node.Feature], model.Schema.Features[node.Feature].Categories.Count) ? left : right);
            return ((left.Rows * Of(tree, left)) + (right.Rows * Of(tree, right))) / node.Rows;
        }
    }

    private static double LogOdds(BoostedModel model, ReadOnlySpan<double> row)
    {
        var sum = model.BaseLogOdds;
        foreach (var tree in model.Trees)
            sum += tree.Of(row, model.Schema);
        return sum;
    }

    private static BigInteger Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
