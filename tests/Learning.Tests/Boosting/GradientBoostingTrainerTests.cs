using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Trainers;

namespace MonitoringDemo.Learning.Tests.Boosting;

public class GradientBoostingTrainerTests
{
    [Fact]
    public void It_learns_what_no_additive_model_can()
    {
        var random = new SplitMix64(1);
        var data = Problem.Columns(2000, 2, (_, _) => random.NextNormal());
        byte[] labels = [.. Enumerable.Range(0, 2000).Select(i => (byte)(data.Row(i)[0] > 0 ^ data.Row(i)[1] > 0 ? 1 : 0))];
        var crossed = Problem.Rows(data.Schema, data.Values.ToArray(), labels);

        var model = Train(crossed.Slice(0, 1000));

        Evaluator.Evaluate(model, crossed.Slice(1000, 2000)).Accuracy.ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void Masks_and_walking_give_the_same_bits()
    {
        var data = Problem.Textbook(1500, 2);
        var model = (BoostedModel)Train(data);

        for (var i = 0; i < data.Count; i++)
        {
            var sums = new double[4];
            for (var tree = 0; tree < model.Trees.Count; tree++)
                sums[tree & 3] += model.Trees[tree].Of(data.Row(i), data.Schema);
            var walked = model.BaseLogOdds + ((sums[0] + sums[1]) + (sums[2] + sums[3]));

            model.Score(data.Row(i)).ShouldBe(Deterministic.Sigmoid(walked));
        }
    }

    [Theory]
    [InlineData(1, 31)]
    [InlineData(7, 64)]
    [InlineData(150, 31)]
    [InlineData(150, 64)]
    public void Trees_that_are_walked_score_as_masks_do_however_many_rows_come_at_once(int rows, double leaves)
    {
        var data = Problem.Textbook(rows, 9);
        var model = (BoostedModel)Train(Problem.Textbook(1500, 2), ("trees", 37), ("leaves", leaves), ("min-rows", 5));
        var (walked, masked) = (new double[rows], new double[rows]);

        new LeafMasks(model.Schema, model.BaseLogOdds, [.. model.Trees], mostWords: 0).LogOdds(data.Values, walked);
        new LeafMasks(model.Schema, model.BaseLogOdds, [.. model.Trees]).LogOdds(data.Values, masked);

        masked.ShouldBe(walked);
    }

    [Fact]
    public void A_model_of_ten_thousand_trees_and_features_is_laid_out_without_comparing_all_with_all()
    {
        const int Many = 10_000;
        Tree[] trees = [.. Enumerable.Range(0, Many).Select(i => new Tree([new(i, i, null, true, 1, 2, 0, 2), TreeNode.Leaf(-0.5, 1), TreeNode.Leaf(0.5, 1)]))];
        var (row, logOdds) = (new double[Many], new double[1]);
        row[1] = 7;

        var before = GC.GetAllocatedBytesForCurrentThread();
        new LeafMasks(Problem.Numeric(Many), 0, trees).LogOdds(row, logOdds);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        logOdds[0].ShouldBe(-0.5 * (Many - 4), "zeros are below all thresholds but that of feature 0, and the 7 is above its own");
        allocated.ShouldBeLessThan(50_000_000);
    }

    [Fact]
    public void Hundreds_of_trees_score()
    {
        var data = Problem.Textbook(300, 3);
        var model = (BoostedModel)Train(data, ("trees", 600), ("leaves", 4), ("rate", 0.01));

        Evaluator.Evaluate(model, data).Accuracy.ShouldBeGreaterThan(0.75);
    }

    [Fact]
    public void Missing_values_go_where_they_fit()
    {
        var random = new SplitMix64(4);
        var data = Problem.Columns(1000, 1, (row, _) => row % 2 == 1 && random.NextDouble() < 0.9 ? double.NaN : random.NextNormal());

        var model = Train(data);

        model.Score([double.NaN]).ShouldBeGreaterThan(0.9);
        model.Score([0.0]).ShouldBeLessThan(0.3);
    }

    [Fact]
    public void Categories_are_split_by_what_they_say_not_by_their_code()
    {
        var schema = new FeatureSchema([new("key", FeatureKind.Categorical, [.. Enumerable.Range(0, 300).Select(i => $"k{i}")])], "y");
        var random = new SplitMix64(5);
        var (values, labels) = (new double[6000], new byte[6000]);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = random.NextInt(20);
            labels[i] = (byte)((int)values[i] * 7 % 20 < 10 ? 1 : 0);
        }

        var model = Train(Problem.Rows(schema, values, labels), ("trees", 20), ("leaves", 2));

        for (var code = 0; code < 20; code++)
            Evaluator.Decide(model.Score([code])).ShouldBe((byte)(code * 7 % 20 < 10 ? 1 : 0));
        model.Score([299]).ShouldBe(model.Score([double.NaN]));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(6, 3)]
    public void Few_categories_are_parted_one_from_the_rest_and_more_in_groups(int categories, int onTheLeft)
    {
        var data = Keyed(categories, row => row % categories, code => code % 2);

        var root = ((BoostedModel)Train(data, ("trees", 1), ("leaves", 2))).Trees[0].Nodes[0];

        root.LeftCategories!.Length.ShouldBe(onTheLeft);
    }

    [Fact]
    public void Rare_categories_and_those_never_seen_go_with_the_side_that_has_more_rows()
    {
        // 400 rows of category 0, 191 of the five next, 9 of category 6, none of category 7; category 0 alone is of class 1.
        var data = Keyed(8, row => row < 9 ? 6 : row < 409 ? 0 : 1 + (row % 5), code => code == 0 ? 1 : 0);

        var root = ((BoostedModel)Train(data, ("trees", 1), ("leaves", 2))).Trees[0].Nodes[0];

        bool[] likeTheLargest = [.. Enumerable.Range(0, 8).Select(code => root.GoesLeft(code, 8) == root.GoesLeft(0, 8))];
        likeTheLargest.ShouldBe([true, false, false, false, false, false, true, true]);
    }

    [Theory]
    [InlineData("leaves", 5)]
    [InlineData("depth", 2)]
    [InlineData("min-rows", 150)]
    public void Limits_are_kept(string limit, double value)
    {
        var model = (BoostedModel)Train(Problem.Textbook(1000, 6), (limit, value), ("trees", 10));

        foreach (var tree in model.Trees)
        {
            var leaves = tree.Nodes.Where(node => node.IsLeaf).ToArray();
            leaves.Length.ShouldBeLessThanOrEqualTo(limit == "leaves" ? 5 : limit == "depth" ? 4 : 6);
            leaves.ShouldAllBe(leaf => leaf.Rows >= (limit == "min-rows" ? 150 : 20));
            leaves.Sum(leaf => leaf.Rows).ShouldBe(1000);
        }
    }

    [Fact]
    public void Early_stopping_watches_the_newest_rows()
    {
        var random = new SplitMix64(7);
        var noise = Problem.Rows(
            Problem.Numeric(3), [.. Enumerable.Range(0, 3000).Select(_ => random.NextNormal())], [.. Enumerable.Range(0, 1000).Select(_ => (byte)random.NextInt(2))]);

        var model = (BoostedModel)Train(noise, ("validation-share", 0.2), ("trees", 100));

        model.Trees.Count.ShouldBeLessThan(20);
        model.Trees[0].Nodes[0].Rows.ShouldBe(1000);
    }

    [Theory]
    [InlineData(800, 1000, true)]
    [InlineData(0, 200, false)]
    [InlineData(300, 500, false)]
    public void Only_what_turned_among_the_newest_fifth_stops_at_the_first_tree(int from, int to, bool stops)
    {
        var random = new SplitMix64(8);
        double[] values = [.. Enumerable.Range(0, 1000).Select(_ => random.NextNormal())];
        byte[] labels = [.. values.Select((value, row) => (byte)(value > 0 ^ (row >= from && row < to) ? 1 : 0))];

        var model = (BoostedModel)Train(Problem.Rows(Problem.Numeric(1), values, labels), ("validation-share", 0.2), ("trees", 30));

        if (stops)
            model.Trees.Count.ShouldBe(1);
        else
            model.Trees.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Samples_come_from_the_seed()
    {
        var data = Problem.Textbook(600, 8);
        var parameters = new Dictionary<string, double> { ["row-share"] = 0.5, ["column-share"] = 0.5, ["trees"] = 10 };
        var trainer = new GradientBoostingTrainer();

        var one = trainer.Train(data, parameters, 1).ToArtifact();

        trainer.Train(data, parameters, 1).ToArtifact().ShouldBe(one);
        trainer.Train(data, parameters, 2).ToArtifact().ShouldNotBe(one);
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        var data = Problem.Columns(20_000, 12, (row, column) => SplitMix64.Mix((ulong)row, (ulong)column) % 1000);
        var settings = BoostingSettings.Read("x", new Dictionary<string, double> { ["trees"] = 3 });
        var bins = BinnedRows.Learn(data, 255);
        var rows = new BinnedRows(data, bins);
        var gradients = Enumerable.Range(0, data.Count).Select(i => RowGradient.Of(0, data.Labels[i])).ToArray();
        int[] features = [.. Enumerable.Range(0, 12)];

        // All features at once are enough work to share; one feature at a time never is.
        var shared = new TreeGrower(rows, settings).Grow([.. Enumerable.Range(0, data.Count)], gradients, features);
        var alone = features.Select(f => new TreeGrower(rows, settings).Grow([.. Enumerable.Range(0, data.Count)], gradients, [f])).MaxBy(t => t.Split?.Gain);

        shared.Split!.Gain.ShouldBe(alone!.Split!.Gain);
        shared.Split.Left.ShouldBe(alone.Split.Left);
    }

    // 600 rows of one categorical feature.
    private static DataSet Keyed(int categories, Func<int, int> code, Func<int, int> label)
    {
        var schema = new FeatureSchema([new("key", FeatureKind.Categorical, [.. Enumerable.Range(0, categories).Select(i => $"k{i}")])], "y");
        var codes = Enumerable.Range(0, 600).Select(code).ToArray();
        return Problem.Rows(schema, [.. codes.Select(c => (double)c)], [.. codes.Select(c => (byte)label(c))]);
    }

    private static IModel Train(DataSet data, params (string Name, double Value)[] parameters) =>
        new GradientBoostingTrainer().Train(data, parameters.ToDictionary(p => p.Name, p => p.Value), 0);
}
