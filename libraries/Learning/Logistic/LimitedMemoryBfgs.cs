using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace MonitoringDemo.Learning.Logistic;

/// <summary>MathNet's L-BFGS on the mean objective, as far as its line search goes.</summary>
/// <remarks>
/// Its vectors are summed by one managed loop whatever the processor. The line search compares values of the objective, so
/// it may give up (by exception) near a gradient of 1e-8; the best point seen is returned all the same.
/// D. C. Liu and J. Nocedal, "On the limited memory BFGS method for large scale optimization", Mathematical Programming 45 (1989).
/// </remarks>
internal static class LimitedMemoryBfgs
{
    public static double[] Minimise(LogisticProblem problem)
    {
        var rows = problem.Design.Rows;
        var (gradient, curvatures) = (new double[problem.Columns], new double[rows]);
        var (best, bestValue) = (new double[problem.Columns], double.PositiveInfinity);

        (double, Vector<double>) Mean(Vector<double> point)
        {
            var weights = point.AsArray();
            var value = problem.Evaluate(weights, gradient, curvatures) / rows;
            if (value < bestValue)
                (best, bestValue) = ((double[])weights.Clone(), value);
            return (value, Vector<double>.Build.Dense([.. gradient.Select(g => g / rows)]));
        }

        try
        {
            var minimiser = new LimitedMemoryBfgsMinimizer(gradientTolerance: 1e-6, parameterTolerance: 1e-12, functionProgressTolerance: 1e-12, memory: 10, maximumIterations: 500);
            minimiser.FindMinimum(ObjectiveFunction.Gradient(Mean), Vector<double>.Build.Dense(problem.Columns));
        }
        catch (OptimizationException)
        {
            // The Newton steps that follow take it from the best point.
        }

        return best;
    }
}
