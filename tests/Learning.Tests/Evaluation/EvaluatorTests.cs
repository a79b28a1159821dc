using System.Text.Json;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Fixtures;
using MonitoringDemo.Learning.Tests.Trainers;

namespace MonitoringDemo.Learning.Tests.Evaluation;

public class EvaluatorTests
{
    private const double Within = 1e-9;

    private static readonly FeatureSchema Groups = new([new("group", FeatureKind.Categorical, ["x", "y", "z"])], "y");

    /// <summary>Written by benchmarks/peers/evaluation.py.</summary>
    public static TheoryData<string> Cases => [.. Fixture.Json("evaluation.json").GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_measure_agrees_with_scikit_learn(string name)
    {
        var (scores, data, expected) = Case(name);

        var result = Evaluator.Evaluate(scores, data.Labels);

        ShouldAgree(result, expected.GetProperty("all"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void So_does_every_measure_of_every_slice(string name)
    {
        var (scores, data, expected) = Case(name);

        var results = SlicedEvaluator.Evaluate(scores, data, leastRows: 1);

        var slices = expected.GetProperty("slices").EnumerateArray().ToList();
        results.Select(result => result.Slice).ShouldBe(slices.Select(slice => slice.GetProperty("slice").GetString()));
        for (var i = 0; i < slices.Count; i++)
            ShouldAgree(results[i].Result, slices[i]);
    }

    [Fact]
    public void One_class_alone_still_gives_finite_numbers()
    {
        var ones = Evaluator.Evaluate([0.0, 0.9], [1, 1]);
        var zeros = Evaluator.Evaluate([0.0, 0.9], [0, 0]);

        (ones.Auc, ones.BalancedAccuracy, ones.AveragePrecision).ShouldBe((0.5, 0.5, 1.0));
        (zeros.Auc, zeros.BalancedAccuracy, zeros.AveragePrecision).ShouldBe((0.5, 0.5, 0.0));
        double.IsFinite(ones.LogLoss).ShouldBeTrue();
        (zeros.Confusion.Precision, zeros.Confusion.Recall).ShouldBe((0.0, 0.0));
    }

    [Fact]
    public void Nothing_to_measure_is_an_error()
    {
        Should.Throw<ArgumentException>(() => Evaluator.Evaluate([], [])).Message.ShouldContain("at least one row");
    }

    [Fact]
    public void A_score_that_is_no_number_and_a_third_class_are_errors_that_name_the_row()
    {
        Should.Throw<ArgumentException>(() => Evaluator.Evaluate([0.2, double.NaN, 0.9], [0, 1, 1])).Message.ShouldContain("row 1 is no number");
        Should.Throw<ArgumentException>(() => Evaluator.Evaluate([0.2, 0.3, 0.9], [0, 1, 2])).Message.ShouldContain("row 2 is 2");
        Should.Throw<ArgumentException>(() => BlockBootstrap.Interval([double.NaN, 0.3], [0, 1], Metric.Auc)).Message.ShouldContain("row 0 is no number");
    }

    [Fact]
    public void Rows_that_lack_a_category_are_a_slice_and_small_slices_are_left_out()
    {
        double[] groups = [0, 0, 0, double.NaN, double.NaN, 1];
        var data = Problem.Rows(Groups, groups, [1, 0, 1, 1, 0, 1]);

        var results = SlicedEvaluator.Evaluate([0.9, 0.1, 0.9, 0.1, 0.9, 0.9], data, leastRows: 2);

        results.Select(result => (result.Slice, result.Result.Rows, result.Result.Accuracy)).ShouldBe([("group=x", 3, 1.0), ("group missing", 2, 0.0)]);
    }

    private static (double[] Scores, DataSet Data, JsonElement Expected) Case(string name)
    {
        var expected = Fixture.Json("evaluation.json").GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
        byte[] labels = [.. expected.GetProperty("labels").Doubles().Select(d => (byte)d)];
        return (expected.GetProperty("scores").Doubles(), Problem.Rows(Groups, expected.GetProperty("groups").Doubles(), labels), expected);
    }

    private static void ShouldAgree(EvaluationResult result, JsonElement expected)
    {
        var confusion = result.Confusion;
        result.Rows.ShouldBe(expected.GetProperty("rows").GetInt32());
        result.Accuracy.ShouldBe(expected.GetProperty("accuracy").GetDouble(), Within);
        result.BalancedAccuracy.ShouldBe(expected.GetProperty("balancedAccuracy").GetDouble(), Within);
        result.Auc.ShouldBe(expected.GetProperty("auc").GetDouble(), Within);
        result.AveragePrecision.ShouldBe(expected.GetProperty("averagePrecision").GetDouble(), Within);
        result.LogLoss.ShouldBe(expected.GetProperty("logLoss").GetDouble(), Within);
        result.Brier.ShouldBe(expected.GetProperty("brier").GetDouble(), Within);
        confusion.Precision.ShouldBe(expected.GetProperty("precision").GetDouble(), Within);
        confusion.Recall.ShouldBe(expected.GetProperty("recall").GetDouble(), Within);
        confusion.Specificity.ShouldBe(expected.GetProperty("specificity").GetDouble(), Within);
        new double[] { confusion.TrueNegatives, confusion.FalsePositives, confusion.FalseNegatives, confusion.TruePositives }
            .ShouldBe(expected.GetProperty("confusion").Doubles());
    }
}
