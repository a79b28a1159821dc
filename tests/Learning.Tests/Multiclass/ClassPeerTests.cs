using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;
using MonitoringDemo.Learning.Tests.Data;
using MonitoringDemo.Learning.Tests.Fixtures;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Multiclass;

/// <summary>Held to scikit-learn's values (benchmarks/peers/multiclass.py).</summary>
public class ClassPeerTests
{
    private static readonly Dictionary<string, double> SameSettings = new() { ["trees"] = 60, ["leaves"] = 31, ["rate"] = 0.1, ["l2"] = 1 };

    public static TheoryData<string> Sets => [.. Fixture.Json("multiclass.json").GetProperty("sets").EnumerateObject().Select(set => set.Name)];

    [Fact]
    public void Measures_are_those_of_scikit_learn()
    {
        var peer = Fixture.Json("multiclass.json").GetProperty("evaluation");
        double[][] probabilities = [.. peer.GetProperty("probabilities").EnumerateArray().Select(row => row.Doubles())];
        byte[] labels = [.. peer.GetProperty("labels").EnumerateArray().Select(label => label.GetByte())];
        var model = new TableModel(probabilities);

        var result = Evaluator.Evaluate(model, Problem.Rows(model.Schema, [.. Enumerable.Range(0, labels.Length)], labels));

        result.Accuracy.ShouldBe(peer.GetProperty("accuracy").GetDouble(), 1e-12);
        result.BalancedAccuracy.ShouldBe(peer.GetProperty("balancedAccuracy").GetDouble(), 1e-12);
        result.MacroF1.ShouldBe(peer.GetProperty("macroF1").GetDouble(), 1e-12);
        result.LogLoss.ShouldBe(peer.GetProperty("logLoss").GetDouble(), 1e-9);
    }

    [Fact]
    public void Probabilities_of_logistic_regression_are_those_of_scikit_learn()
    {
        var peer = Fixture.Json("multiclass.json").GetProperty("iris");
        double[] values = [.. peer.GetProperty("values").EnumerateArray().SelectMany(row => row.Doubles())];
        byte[] labels = [.. peer.GetProperty("labels").EnumerateArray().Select(label => label.GetByte())];
        var schema = new FeatureSchema(Problem.Numeric(4).Features, "species", new MulticlassClassification(["setosa", "versicolor", "virginica"]));
        var data = Problem.Rows(schema, values, labels);

        var model = TrainerCatalog.Get("logistic-regression").Train(data, Problem.Defaults, 0);

        var (own, largest) = (new double[3], 0.0);
        foreach (var (row, i) in peer.GetProperty("probabilities").EnumerateArray().Select((row, i) => (row.Doubles(), i)))
        {
            model.Probabilities(data.Row(i), own);
            largest = Math.Max(largest, own.Zip(row, (a, b) => Math.Abs(a - b)).Max());
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"largest difference of a probability: {largest:0.0e0}"));
        largest.ShouldBeLessThan(1e-5);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Accuracy_of_boosting_is_that_of_scikit_learn(string name)
    {
        var peer = Fixture.Json("multiclass.json").GetProperty("sets").GetProperty(name);
        var data = SharedData.Read(peer.GetProperty("file").GetString()!, FeatureSchemas.Of(peer));
        var (train, test) = Split(data, peer.GetProperty("interleaved").GetBoolean());
        var answers = peer.GetProperty("answers").GetBytesFromBase64();

        var model = TrainerCatalog.Get("gradient-boosting").Train(train, SameSettings, 0);

        test.Count.ShouldBe(peer.GetProperty("testRows").GetInt32());
        var result = Evaluator.Evaluate(model, test);
        var (difference, standardError) = Compare(model, test, answers);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{name}: {data.Schema.Task.Classes} classes, scikit-learn {peer.GetProperty("accuracy").GetDouble():0.0000}, ours {difference:+0.0000;-0.0000} (standard error {standardError:0.0000}) on {test.Count} rows; log loss {peer.GetProperty("logLoss").GetDouble():0.0000}, ours {result.LogLoss:0.0000}"));
        Math.Abs(difference).ShouldBeLessThanOrEqualTo(Math.Max(0.01, 2 * standardError));
    }

    // Where the rows are sorted by the label, of every ten the first six train; else the first 60 %.
    private static (DataSet Train, DataSet Test) Split(DataSet data, bool interleaved)
    {
        if (!interleaved)
            return (data.Slice(0, data.Count * 6 / 10), data.Slice(data.Count * 6 / 10, data.Count));
        DataSet Part(Func<int, bool> isIn)
        {
            int[] rows = [.. Enumerable.Range(0, data.Count).Where(isIn)];
            return Problem.Rows(data.Schema, [.. rows.SelectMany(row => data.Row(row).ToArray())], [.. rows.Select(row => data.Labels[row])]);
        }

        return (Part(row => row % 10 < 6), Part(row => row % 10 >= 6));
    }

    private static (double Difference, double StandardError) Compare(IModel model, DataSet test, byte[] answers)
    {
        double sum = 0, squares = 0;
        for (var i = 0; i < test.Count; i++)
        {
            var difference = (Evaluator.Decide(model.Score(test.Row(i))) == test.Labels[i] ? 1 : 0) - (answers[i] == test.Labels[i] ? 1 : 0);
            sum += difference;
            squares += difference * difference;
        }

        var mean = sum / test.Count;
        return (mean, Math.Sqrt(((squares / test.Count) - (mean * mean)) / test.Count));
    }

    /// <summary>Answers row i with the probabilities of place i.</summary>
    private sealed class TableModel(double[][] probabilities) : IModel
    {
        public string Algorithm => "table";

        public FeatureSchema Schema { get; } = new([new("place", FeatureKind.Numeric, [])], "y", new MulticlassClassification([.. Enumerable.Range(0, probabilities[0].Length).Select(k => $"c{k}")]));

        public double Score(ReadOnlySpan<double> row)
        {
            var own = probabilities[(int)row[0]];
            return ClassAnswer.Of(Array.IndexOf(own, own.Max()), own.Max());
        }

        public void Score(ReadOnlySpan<double> rows, Span<double> scores)
        {
            for (var i = 0; i < scores.Length; i++)
                scores[i] = Score(rows.Slice(i, 1));
        }

        public void Probabilities(ReadOnlySpan<double> row, Span<double> own) => probabilities[(int)row[0]].CopyTo(own);

        public byte[] ToArtifact() => throw new NotSupportedException("It is a table.");
    }
}
