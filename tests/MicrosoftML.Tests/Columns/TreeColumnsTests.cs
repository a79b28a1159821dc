using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.MicrosoftML.Columns;
using MonitoringDemo.MicrosoftML.Models;

namespace MonitoringDemo.MicrosoftML.Tests.Columns;

public class TreeColumnsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_tree_over_columns_sends_every_row_where_the_tree_over_features_does(ulong seed)
    {
        var data = Problem.Textbook(600, seed);
        var columns = TreeColumns.Learn(data, 12);
        var matrix = columns.Matrix();
        var random = new SplitMix64(seed);
        LearnedTree[] trees = [.. Enumerable.Range(0, 20).Select(_ => Random(matrix, random))];

        var model = columns.Model(-0.2, 0.4, trees);

        for (var i = 0; i < data.Count; i++)
        {
            var row = matrix.Row(i).ToArray();
            var logOdds = trees.Aggregate(-0.2, (sum, tree) => sum + (0.4 * Of(tree, row)));
            model.Score(data.Row(i)).ShouldBe(Deterministic.Sigmoid(logOdds), 1e-12);
        }
    }

    [Fact]
    public void What_is_carried_over_is_a_model_of_the_house()
    {
        var data = Problem.Textbook(600, 4);
        LearnedTree[] trees = [new([0, 1], [20.5f, 9], [1, ~1], [~0, ~2], [0.1, 0.2, 0.3])];

        var model = TreeColumns.Learn(data, 100).Model(0, 1, trees);

        model.Algorithm.ShouldBe("gradient-boosting");
        ModelArtifact.Read(model.ToArtifact()).ToArtifact().ShouldBe(model.ToArtifact());
    }

    [Fact]
    public void A_missing_value_that_training_never_saw_goes_with_the_middle_of_the_feature()
    {
        var data = Problem.Columns(100, 1, (row, _) => row);
        var columns = TreeColumns.Learn(data, 100);
        LearnedTree[] halves = [new([0], [20.5f], [~0], [~1], [-1, 1])];

        var model = columns.Model(0, 1, halves);

        model.Score([double.NaN]).ShouldBe(model.Score([50]));
        model.Score([double.NaN]).ShouldNotBe(model.Score([3]));
    }

    [Fact]
    public void A_leaf_that_is_no_number_makes_no_model()
    {
        var columns = TreeColumns.Learn(Problem.Textbook(100, 1), 100);
        LearnedTree[] trees = [new([0], [20.5f], [~0], [~1], [0.5, double.PositiveInfinity])];

        Should.Throw<TrainingException>(() => columns.Model(0, 1, trees)).Message.ShouldContain("'rate'");
    }

    [Fact]
    public void A_feature_without_a_difference_has_no_column_and_a_category_has_one_for_each_value_seen()
    {
        var schema = new FeatureSchema([new("flat", FeatureKind.Numeric, []), new("key", FeatureKind.Categorical, ["A", "B", "never"], true)], "y");
        var data = Problem.Rows(schema, [7, 0, 7, 1, 7, double.NaN], [0, 1, 1]);

        var matrix = TreeColumns.Learn(data, 254).Matrix();

        matrix.Width.ShouldBe(3);
        matrix.Row(0).ToArray().ShouldBe([1f, 0, 0]);
        matrix.Row(1).ToArray().ShouldBe([0f, 1, 0]);
        matrix.Row(2).ToArray().ShouldBe([0f, 0, 1]);
    }

    // Seven nodes, eight leaves, split at values that the columns have.
    private static LearnedTree Random(ColumnMatrix matrix, SplitMix64 random)
    {
        int[] columns = [.. Enumerable.Range(0, 7).Select(_ => random.NextInt(matrix.Width))];
        float[] thresholds = [.. columns.Select(column => matrix.Row(random.NextInt(matrix.Rows)).Span[column] + (random.NextInt(2) / 2f))];
        double[] leaves = [.. Enumerable.Range(0, 8).Select(_ => random.NextNormal())];
        return new LearnedTree(columns, thresholds, [1, 3, 5, ~0, ~2, ~4, ~6], [2, 4, 6, ~1, ~3, ~5, ~7], leaves);
    }

    private static double Of(LearnedTree tree, float[] row)
    {
        var at = 0;
        while (at >= 0)
            at = row[tree.Columns[at]] <= tree.Thresholds[at] ? tree.Left[at] : tree.Right[at];
        return tree.Leaves[~at];
    }
}
