using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Tests.Fixtures;

namespace MonitoringDemo.Learning.Tests.Evaluation;

public class EvaluatorTests
{
    [Fact]
    public void Every_measure_agrees_with_scikit_learn()
    {
        var expected = Fixture.Json("evaluation.json");
        byte[] labels = [.. expected.GetProperty("labels").Doubles().Select(d => (byte)d)];

        var result = Evaluator.Evaluate(expected.GetProperty("scores").Doubles(), labels);

        result.Rows.ShouldBe(200);
        result.Accuracy.ShouldBe(expected.GetProperty("accuracy").GetDouble(), 1e-12);
        result.BalancedAccuracy.ShouldBe(expected.GetProperty("balancedAccuracy").GetDouble(), 1e-12);
        result.Auc.ShouldBe(expected.GetProperty("auc").GetDouble(), 1e-12);
        result.LogLoss.ShouldBe(expected.GetProperty("logLoss").GetDouble(), 1e-9);
        result.Brier.ShouldBe(expected.GetProperty("brier").GetDouble(), 1e-12);
    }

    [Fact]
    public void One_class_alone_still_gives_finite_numbers()
    {
        var result = Evaluator.Evaluate([0.0, 0.9], [1, 1]);

        result.Auc.ShouldBe(0.5);
        result.BalancedAccuracy.ShouldBe(0.5);
        double.IsFinite(result.LogLoss).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_to_measure_is_an_error()
    {
        Should.Throw<ArgumentException>(() => Evaluator.Evaluate([], [])).Message.ShouldContain("at least one row");
    }
}
