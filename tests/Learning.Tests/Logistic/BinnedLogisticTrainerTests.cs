using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tests.Trainers;

namespace MonitoringDemo.Learning.Tests.Logistic;

public class BinnedLogisticTrainerTests
{
    [Fact]
    public void It_bends_where_a_straight_line_cannot()
    {
        var (train, test) = (Valley(3000, 1), Valley(3000, 2));

        var plain = new LogisticRegressionTrainer().Train(train, Problem.Defaults, 0);
        var binned = new BinnedLogisticTrainer().Train(train, Problem.Defaults, 0);

        Evaluator.Evaluate(plain, test).Accuracy.ShouldBeLessThan(0.6);
        Evaluator.Evaluate(binned, test).Accuracy.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void It_is_the_optimum_of_its_objective()
    {
        var data = Problem.Textbook(2000, 3);
        var encoders = Enumerable.Range(0, 4).Select(i => BinnedEncoder.Learn(data, i, 15, 20)).ToArray();
        var layout = BinnedLayout.Of(encoders);
        var problem = new LogisticProblem(layout.Design(data), data.Labels.ToArray(), 1.0, 2.0, layout.Follows);
        var weights = new double[layout.Columns];

        var norm = NewtonMethod.Minimise(problem, weights, 1e-11);

        norm.ShouldBeLessThanOrEqualTo(1e-11);
        var (gradient, curvatures) = (new double[layout.Columns], new double[data.Count]);
        var best = problem.Evaluate(weights, gradient, curvatures);
        var random = new SplitMix64(4);
        for (var i = 0; i < 50; i++)
        {
            double[] other = [.. weights.Select(w => w + (0.01 * random.NextNormal()))];
            problem.Evaluate(other, gradient, curvatures).ShouldBeGreaterThan(best);
        }
    }

    [Fact]
    public void Both_ways_to_solve_for_a_step_agree()
    {
        var data = Problem.Textbook(1000, 5);
        var layout = BinnedLayout.Of([.. Enumerable.Range(0, 4).Select(i => BinnedEncoder.Learn(data, i, 15, 20))]);
        var problem = new LogisticProblem(layout.Design(data), data.Labels.ToArray(), 1.0, 0.5, layout.Follows);
        var n = layout.Columns;
        var (gradient, curvatures, direct, iterated) = (new double[n], new double[data.Count], new double[n], new double[n]);
        problem.Evaluate(new double[n], gradient, curvatures);
        var hessian = new double[n * n];

        problem.Hessian(curvatures, hessian);
        CholeskySolver.Solve(hessian, gradient, direct);
        NewtonMethod.SolveIteratively(problem, curvatures, gradient, iterated);

        for (var j = 0; j < n; j++)
            iterated[j].ShouldBe(direct[j], 1e-4);
    }

    [Fact]
    public void Smoothness_ties_neighbouring_bins_together()
    {
        var data = Problem.Textbook(500, 6);

        var rough = Roughness(new BinnedLogisticTrainer().Train(data, new Dictionary<string, double> { ["smoothness"] = 0 }, 0));
        var smooth = Roughness(new BinnedLogisticTrainer().Train(data, new Dictionary<string, double> { ["smoothness"] = 20 }, 0));

        smooth.ShouldBeLessThan(rough / 2);
    }

    [Fact]
    public void Serving_computes_what_training_saw()
    {
        var data = Problem.Textbook(1000, 7);
        var layout = BinnedLayout.Of([.. Enumerable.Range(0, 4).Select(i => BinnedEncoder.Learn(data, i, 15, 20))]);
        var design = layout.Design(data);
        var weights = new double[layout.Columns];
        NewtonMethod.Minimise(new LogisticProblem(design, data.Labels.ToArray(), 1.0), weights, 1e-8);
        var trained = new double[data.Count];
        design.Multiply(weights, trained);

        var model = new AdditiveModel("binned-logistic", data.Schema, weights[0], layout.Terms(data, design, weights));

        for (var i = 0; i < data.Count; i++)
            model.Score(data.Row(i)).ShouldBe(Deterministic.Sigmoid(trained[i]));
    }

    [Theory]
    [InlineData("l2", 0)]
    [InlineData("bins", 2.5)]
    [InlineData("bins", 1)]
    public void A_senseless_parameter_is_refused(string name, double value)
    {
        Should.Throw<TrainingException>(() => new BinnedLogisticTrainer().Train(Problem.Textbook(50, 8), new Dictionary<string, double> { [name] = value }, 0))
            .Message.ShouldContain($"'{name}'");
    }

    private static DataSet Valley(int rows, ulong seed)
    {
        var random = new SplitMix64(seed);
        var values = new double[rows];
        var labels = new byte[rows];
        for (var i = 0; i < rows; i++)
        {
            values[i] = (4 * random.NextDouble()) - 2;
            labels[i] = random.NextDouble() < (Math.Abs(values[i]) > 1 ? 0.9 : 0.1) ? (byte)1 : (byte)0;
        }

        return Problem.Rows(Problem.Numeric(1), values, labels);
    }

    private static double Roughness(IModel model) =>
        ((AdditiveModel)model).Terms.OfType<StepTerm>().Sum(term => term.Weights.Zip(term.Weights.Skip(1), (a, b) => (a - b) * (a - b)).Sum());
}
