using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Preparation;

/// <summary>What training computes of a row, and what the finished model computes of it, are the same: also for rows of another time.</summary>
public class SameValuesTests
{
    private const int MinRows = 20;
    private static readonly DataSet Training = Rows(700, 51, later: false);

    // Holds what training never saw: other categories, missing values in other columns, infinities.
    private static readonly DataSet Later = Rows(300, 52, later: true);

    public static TheoryData<string> Trainers() => [.. TrainerCatalog.Find().Where(trainer => !trainer.IsDrill).Select(trainer => trainer.Name)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Standardised_columns_are_weighed_alike_in_training_and_in_serving(bool trained)
    {
        var encoder = StandardEncoder.Learn(Training, MinRows);
        var rows = trained ? Training : Later;
        var design = encoder.Design(rows);
        var weights = Weights(design.Columns);
        var inTraining = new double[rows.Count];

        design.Multiply(weights, inTraining);

        ShouldServe(new AdditiveScorer(weights[0], encoder.Terms(Training, weights)), rows, inTraining);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Binned_columns_are_weighed_alike_in_training_and_in_serving(bool trained)
    {
        var layout = BinnedLayout.Of([.. Enumerable.Range(0, Training.Schema.Count).Select(i => BinnedEncoder.Learn(Training, i, 12, MinRows))]);
        var rows = trained ? Training : Later;
        var weights = Weights(layout.Columns);
        var inTraining = new double[rows.Count];

        layout.Design(rows).Multiply(weights, inTraining);

        ShouldServe(new AdditiveScorer(weights[0], layout.Terms(Training, layout.Design(Training), weights)), rows, inTraining);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Binned_rows_reach_the_leaf_of_a_tree_that_their_values_reach(bool trained)
    {
        var settings = BoostingSettings.Read("test", new Dictionary<string, double> { ["leaves"] = 60, ["min-rows"] = 4, ["bins"] = 9 });
        var bins = BinnedRows.Learn(Training, settings.Bins);
        var binned = new BinnedRows(Training, bins);
        var random = new SplitMix64(3);
        RowGradient[] gradients = [.. Enumerable.Range(0, Training.Count).Select(_ => RowGradient.Of(random.NextNormal(), (byte)random.NextInt(2)))];
        var root = new TreeGrower(binned, settings).Grow([.. Enumerable.Range(0, Training.Count)], gradients, [.. Enumerable.Range(0, Training.Schema.Count)]);
        var tree = TreeBuilder.Build(root, bins, Training.Schema, settings);
        var rows = trained ? Training : Later;
        var columns = new BinnedRows(rows, bins).Columns;

        for (var i = 0; i < rows.Count; i++)
        {
            var leaf = root;
            while (leaf.Left is not null)
                leaf = leaf.Split!.BinGoesLeft[columns[leaf.Split.Feature][i]] ? leaf.Left : leaf.Right!;

            tree.Of(rows.Row(i), rows.Schema).ShouldBe(TreeBuilder.LeafValue(leaf.Sum, settings));
        }

        tree.Nodes.Where(node => !node.IsLeaf).Select(node => node.Feature).Distinct().Count().ShouldBe(Training.Schema.Count, "every kind of column is asked for");
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Nothing_is_learned_from_rows_outside_the_training_window(string trainer)
    {
        double[] values = [.. Training.Values, .. Later.Values];
        byte[] labels = [.. Training.Labels, .. Later.Labels];
        var window = Problem.Rows(Training.Schema, values, labels).Slice(0, Training.Count);

        var model = TrainerCatalog.Get(trainer).Train(window, Problem.Defaults, 0);

        model.ToArtifact().ShouldBe(TrainerCatalog.Get(trainer).Train(Training, Problem.Defaults, 0).ToArtifact());
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void A_model_read_back_from_its_bytes_prepares_rows_as_it_did(string trainer)
    {
        var model = TrainerCatalog.Get(trainer).Train(Training, Problem.Defaults, 0);
        var (before, after) = (new double[Later.Count], new double[Later.Count]);

        model.Score(Later.Values, before);
        MonitoringDemo.Learning.Artifacts.ModelArtifact.Read(model.ToArtifact()).Score(Later.Values, after);

        after.ShouldBe(before);
        before.ShouldAllBe(score => double.IsFinite(score));
    }

    [Theory]
    [InlineData("binned-logistic")]
    [InlineData("logistic-regression")]
    public void Below_the_cut_off_a_category_counts_as_one_never_seen(string trainer)
    {
        var model = TrainerCatalog.Get(trainer).Train(Training, new Dictionary<string, double> { ["min-rows"] = MinRows }, 0);
        double Score(double category) => model.Score([0.3, 1.0, -0.2, category]);

        Score(5).ShouldBe(Score(6), "both are rare");
        Score(5).ShouldBe(Score(8), "never seen in training");
        Score(5).ShouldBe(Score(Training.Schema.Features[3].Categories.Count), "unknown to the schema");
        Score(5).ShouldNotBe(Score(0));
        Score(5).ShouldNotBe(Score(double.NaN), "missing is something else than rare");
    }

    private static void ShouldServe(AdditiveScorer scorer, DataSet rows, double[] inTraining)
    {
        for (var i = 0; i < rows.Count; i++)
            scorer.LogOdds(rows.Row(i)).ShouldBe(inTraining[i], 1e-12 * Math.Max(1, Math.Abs(inTraining[i])));
    }

    // The intercept's weight and one per column, all different.
    private static double[] Weights(int columns)
    {
        var random = new SplitMix64(9);
        return [.. Enumerable.Range(0, columns).Select(_ => random.NextNormal())];
    }

    // A number with missing values, a heavy-tailed one, a count, and nine categories of which two are rare and one comes only later.
    private static DataSet Rows(int count, ulong seed, bool later)
    {
        string[] categories = [.. Enumerable.Range(0, 9).Select(i => $"c{i}")];
        var schema = new FeatureSchema(
            [new("x", FeatureKind.Numeric, [], true), new("tail", FeatureKind.Numeric, []), new("count", FeatureKind.Numeric, []), new("c", FeatureKind.Categorical, categories, true)], "y");
        var random = new SplitMix64(seed);
        var (values, labels) = (new double[count * 4], new byte[count]);
        for (var i = 0; i < count; i++)
        {
            var row = values.AsSpan(i * 4, 4);
            var x = random.NextNormal();
            (row[0], row[1], row[2]) = (random.NextDouble() < 0.1 ? double.NaN : x, 1 / (0.01 + random.NextDouble()), random.NextInt(4));
            row[3] = random.NextDouble() < 0.05 ? double.NaN : i % 90 < 2 ? 5 + (i % 2) : random.NextInt(5);
            if (later && i % 7 == 0)
                (row[1], row[2], row[3]) = (i % 2 == 0 ? double.PositiveInfinity : double.NaN, double.NegativeInfinity, i % 3 == 0 ? 8 : 9);
            labels[i] = random.NextDouble() < Deterministic.Sigmoid(x + (row[3] == 0 ? 1.5 : -0.5)) ? (byte)1 : (byte)0;
        }

        return Problem.Rows(schema, values, labels);
    }
}
