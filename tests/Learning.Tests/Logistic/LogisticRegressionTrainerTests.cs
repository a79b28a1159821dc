using System.Text.Json;
using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Fixtures;
using MonitoringDemo.Learning.Tests.Trainers;

namespace MonitoringDemo.Learning.Tests.Logistic;

public class LogisticRegressionTrainerTests
{
    private readonly JsonElement _fixture = Fixture.Json("logistic.json");

    // scikit-learn's default solver itself stops about 5e-5 short of the optimum; its Newton solver does not.
    [Theory]
    [InlineData("coefficients", "intercept", 1e-4)]
    [InlineData("exactCoefficients", "exactIntercept", 1e-8)]
    public void The_coefficients_are_those_of_scikit_learn(string name, string intercept, double within)
    {
        var model = (AdditiveModel)new LogisticRegressionTrainer().Train(Data(), Problem.Defaults, 0);

        var (x0, x1, x2, key) = ((LinearTerm)model.Terms[0], (LinearTerm)model.Terms[1], (LinearTerm)model.Terms[2], (CategoryTerm)model.Terms[3]);
        double[] coefficients = [x0.Weight, x0.MissingWeight, x1.Weight, x2.Weight, .. key.Weights, key.MissingWeight];
        var expected = _fixture.GetProperty(name).Doubles();
        for (var i = 0; i < expected.Length; i++)
            coefficients[i].ShouldBe(expected[i], within);
        model.Intercept.ShouldBe(_fixture.GetProperty(intercept).GetDouble(), within);
    }

    [Fact]
    public void So_are_the_probabilities()
    {
        var data = Data();
        var model = new LogisticRegressionTrainer().Train(data, Problem.Defaults, 0);
        var scores = new double[data.Count];

        model.Score(data.Values, scores);

        var expected = _fixture.GetProperty("probabilities").Doubles();
        for (var i = 0; i < scores.Length; i++)
            scores[i].ShouldBe(expected[i], 1e-4);
    }

    [Fact]
    public void It_stops_at_the_stated_gradient()
    {
        var data = Problem.Textbook(3000, 1);
        var problem = new LogisticProblem(StandardEncoder.Learn(data, 1).Design(data), data.Labels.ToArray(), 1.0);

        var weights = LimitedMemoryBfgs.Minimise(problem);
        var norm = NewtonMethod.Minimise(problem, weights, 1e-10);

        norm.ShouldBeLessThanOrEqualTo(1e-10);
    }

    [Fact]
    public void With_too_many_columns_for_a_matrix_it_still_gets_there()
    {
        var random = new Learning.Numerics.SplitMix64(1);
        var data = Problem.Columns(300, 700, (row, _) => random.NextNormal() + (0.1 * (row % 2)));
        var problem = new LogisticProblem(StandardEncoder.Learn(data, 1).Design(data), data.Labels.ToArray(), 1.0);

        var norm = NewtonMethod.Minimise(problem, new double[problem.Columns], 1e-10);

        norm.ShouldBeLessThanOrEqualTo(1e-10);
    }

    [Fact]
    public void A_category_for_every_row_is_refused_before_memory_runs_out_and_rare_ones_may_share()
    {
        const int Many = 12_000;
        var schema = new FeatureSchema([new("id", FeatureKind.Categorical, [.. Enumerable.Range(0, Many).Select(i => $"id{i}")])], "y");
        var data = Problem.Rows(schema, [.. Enumerable.Range(0, Many).Select(i => (double)i)], [.. Enumerable.Range(0, Many).Select(i => (byte)(i % 2))]);
        IModel Train(int minRows) => new LogisticRegressionTrainer().Train(data, new Dictionary<string, double> { ["min-rows"] = minRows }, 0);

        Should.Throw<TrainingException>(() => Train(1)).Message.ShouldContain("Raise 'min-rows'");
        Train(2).Score([7]).ShouldBe(0.5, 1e-9);
    }

    [Fact]
    public void Rare_categories_share_a_weight_with_those_never_seen()
    {
        var schema = new FeatureSchema([new("key", FeatureKind.Categorical, ["common", "other", "rare", "rarer", "unseen"])], "y");
        double[] values = [.. Enumerable.Range(0, 100).Select(i => i < 48 ? 0.0 : i < 96 ? 1.0 : i < 98 ? 2.0 : 3.0)];
        byte[] labels = [.. Enumerable.Range(0, 100).Select(i => (byte)(i >= 96 || i % 3 == 0 ? 1 : 0))];

        var model = new LogisticRegressionTrainer().Train(Problem.Rows(schema, values, labels), new Dictionary<string, double> { ["min-rows"] = 10 }, 0);

        model.Score([2]).ShouldBe(model.Score([3]));
        model.Score([4]).ShouldBe(model.Score([2]));
        model.Score([5]).ShouldBe(model.Score([2]));
        model.Score([2]).ShouldNotBe(model.Score([0]));
    }

    private DataSet Data()
    {
        var schema = new FeatureSchema(
            [
                new("x0", FeatureKind.Numeric, [], true), new("x1", FeatureKind.Numeric, []), new("x2", FeatureKind.Numeric, []),
                new("key", FeatureKind.Categorical, ["A", "B", "C"], true),
            ],
            "y");
        double[] values = [.. _fixture.GetProperty("rows").EnumerateArray().SelectMany(row => row.EnumerateArray())
            .Select(v => v.ValueKind == JsonValueKind.Null ? double.NaN : v.GetDouble())];
        return Problem.Rows(schema, values, [.. _fixture.GetProperty("labels").Doubles().Select(d => (byte)d)]);
    }
}
