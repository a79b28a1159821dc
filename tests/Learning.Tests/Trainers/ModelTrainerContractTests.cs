using System.Reflection;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Trainers;

/// <summary>What every trainer that is found must keep. A new trainer is held to it without a line here, and so is the template of one.</summary>
public class ModelTrainerContractTests
{
    private static readonly double[] Awkward =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, -1e300, double.MaxValue, double.MinValue, double.Epsilon, 0, -0.0, 0.5, 4, 1e9];

    // An extension's tests take this file over: there the extension's trainers are the ones to hold to it.
    private static readonly Assembly[] Extensions = TrainerExtensions.Of(typeof(ModelTrainerContractTests).Assembly);

    public static TheoryData<string> All => [.. Found.Select(t => t.Name)];

    public static TheoryData<string> Serious => [.. Found.Where(t => !t.IsDrill).Select(t => t.Name)];

    private static IEnumerable<IModelTrainer> Found =>
        TrainerCatalog.Find(Extensions).Where(t => t.Unavailable is null && (Extensions.Length == 0 || Extensions.Contains(t.GetType().Assembly)))
            .Concat(Implementations.Of<IModelTrainer>([typeof(ModelTrainerContractTests).Assembly]).Make<IModelTrainer>());

    [Theory]
    [MemberData(nameof(Serious))]
    public void It_learns_a_textbook_problem(string name)
    {
        var model = Train(name, Problem.Textbook(4000, 1));

        var result = Evaluator.Evaluate(model, Problem.Textbook(4000, 2));

        result.Accuracy.ShouldBeGreaterThan(0.78);
        result.Auc.ShouldBeGreaterThan(0.86);
        result.LogLoss.ShouldBeLessThan(0.48);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_rows_and_seed_give_the_same_bytes(string name)
    {
        var data = Problem.Textbook(1500, 3);
        var copy = new DataSet(data.Schema, data.Values.ToArray(), data.Labels.ToArray(), data.RowNumbers.ToArray());

        var first = Train(name, data).ToArtifact();
        var second = Train(name, copy).ToArtifact();

        second.ShouldBe(first);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_slice_trains_like_a_copy_of_its_rows(string name)
    {
        var data = Problem.Textbook(1500, 4);
        var copy = new DataSet(
            data.Schema, data.Values[400..4400].ToArray(), data.Labels[100..1100].ToArray(), data.RowNumbers[100..1100].ToArray());

        var sliced = Train(name, data.Slice(100, 1100)).ToArtifact();

        sliced.ShouldBe(Train(name, copy).ToArtifact());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_artifact_gives_back_the_same_bytes_and_the_same_scores(string name)
    {
        var data = Problem.Textbook(800, 5);
        var model = Train(name, data);

        var read = ModelArtifact.Read(model.ToArtifact());

        read.ToArtifact().ShouldBe(model.ToArtifact());
        read.Algorithm.ShouldBe(model.Algorithm);
        Scores(read, data).ShouldBe(Scores(model, data));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Many_rows_at_once_score_the_same_bits_as_one_by_one(string name)
    {
        var data = Problem.Textbook(800, 6);
        var model = Train(name, data);

        var together = Scores(model, data);

        for (var i = 0; i < data.Count; i++)
            BitConverter.DoubleToInt64Bits(model.Score(data.Row(i))).ShouldBe(BitConverter.DoubleToInt64Bits(together[i]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Whatever_is_thrown_at_it_the_score_is_a_probability(string name)
    {
        var model = Train(name, Problem.Textbook(800, 7));
        var random = new SplitMix64(8);
        var row = new double[4];

        for (var i = 0; i < 5000; i++)
        {
            for (var j = 0; j < row.Length; j++)
                row[j] = Awkward[random.NextInt(Awkward.Length)];

            model.Score(row).ShouldBeInRange(0.0, 1.0);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Constant_and_missing_columns_do_no_harm(string name)
    {
        var data = Problem.Columns(200, 4, (row, column) => column switch
        {
            0 => 7.0,
            1 => double.NaN,
            2 => row % 2,
            _ => row % 3 == 0 ? double.NaN : 1e-320,
        });

        var scores = Scores(Train(name, data), data);

        scores.ShouldAllBe(score => score >= 0 && score <= 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_but_missing_values_gives_the_base_rate(string name)
    {
        var data = Problem.Columns(100, 2, (_, _) => double.NaN);

        var scores = Scores(Train(name, data), data);

        scores.ShouldAllBe(score => Math.Abs(score - 0.5) < 1e-6);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void One_class_only_is_refused_with_the_mend(string name)
    {
        var data = Problem.Rows(Problem.Numeric(1), [1, 2, 3], [1, 1, 1]);

        Should.Throw<TrainingException>(() => Train(name, data)).Message.ShouldContain("both classes");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_row_is_refused(string name)
    {
        Should.Throw<TrainingException>(() => Train(name, Problem.Rows(Problem.Numeric(1), [], []))).Message.ShouldContain("no rows");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void One_row_is_of_one_class_and_refused(string name)
    {
        Should.Throw<TrainingException>(() => Train(name, Problem.Rows(Problem.Numeric(2), [1, 5], [1]))).Message.ShouldContain("both classes");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Two_rows_are_enough_to_give_a_model(string name)
    {
        var data = Problem.Rows(Problem.Numeric(2), [1, 5, 2, double.NaN], [0, 1]);

        Scores(Train(name, data), data).ShouldAllBe(score => score >= 0 && score <= 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_thousand_columns_are_no_trouble(string name)
    {
        var random = new SplitMix64(9);
        var data = Problem.Columns(400, 1000, (row, column) => random.NextNormal() + (column == 999 ? 2 * (row % 2) : 0));

        var scores = Scores(Train(name, data), data);

        scores.ShouldAllBe(score => score >= 0 && score <= 1);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Extreme_values_do_not_spoil_a_model(string name)
    {
        var random = new SplitMix64(10);
        var data = Problem.Columns(400, 3, (row, column) => column switch
        {
            0 => Awkward[random.NextInt(Awkward.Length)],
            1 => (row % 2 == 0 ? -1 : 1) * 1e300,
            _ => random.NextNormal() * 1e-300,
        });

        var model = Train(name, data);

        Scores(model, data).ShouldAllBe(score => score >= 0 && score <= 1);
        ModelArtifact.Read(model.ToArtifact()).ToArtifact().ShouldBe(model.ToArtifact());
    }

    [Theory]
    [MemberData(nameof(Serious))]
    public void An_extreme_but_telling_column_is_used(string name)
    {
        var data = Problem.Columns(400, 2, (row, column) => column == 0 ? row % 2 == 0 ? -1e300 : 1e300 : row);

        Evaluator.Evaluate(Train(name, data), data).Accuracy.ShouldBe(1.0);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_unknown_parameter_is_refused_by_name(string name)
    {
        var data = Problem.Textbook(50, 11);

        var exception = Should.Throw<TrainingException>(
            () => Found.Single(trainer => trainer.Name == name).Train(data, new Dictionary<string, double> { ["swing"] = 1 }, 0));

        exception.Message.ShouldContain("'swing'");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_row_of_another_width_is_refused(string name)
    {
        var model = Train(name, Problem.Textbook(200, 12));

        Should.Throw<ArgumentException>(() => model.Score([1.0]));
        Should.Throw<ArgumentException>(() => model.Score([1.0, 2.0, 3.0], new double[1]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Scoring_allocates_nothing(string name)
    {
        var data = Problem.Textbook(500, 13);
        var model = Train(name, data);
        var scores = new double[data.Count];
        Score(model, data, scores);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Score(model, data, scores);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        static void Score(IModel model, DataSet data, double[] scores)
        {
            model.Score(data.Values, scores);
            for (var i = 0; i < data.Count; i++)
                scores[i] = model.Score(data.Row(i));
        }
    }

    private static IModel Train(string name, DataSet data) =>
        Found.Single(trainer => trainer.Name == name).Train(data, Problem.Defaults, 42);

    private static double[] Scores(IModel model, DataSet data)
    {
        var scores = new double[data.Count];
        model.Score(data.Values, scores);
        return scores;
    }
}
