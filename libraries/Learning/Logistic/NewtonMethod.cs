using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Logistic;

/// <summary>
/// Newton's method with step halving (iteratively reweighted least squares). The objective is strictly convex, so it needs
/// five to eight steps, and the last one squares the error: convergence to any gradient norm down to rounding, where a
/// line search that compares values of the objective gets stuck at its square root. The step comes from a Cholesky
/// factor, or, with many columns, from conjugate gradients without forming the matrix.
/// </summary>
internal static class NewtonMethod
{
    private const int MostSteps = 100;
    private const int MostColumnsToFactor = 600;
    // Ten digits fewer than the gradient had: enough for the outer iteration to converge faster than linearly.
    private const double InnerAccuracy = 1e-12;

    /// <summary>Improves the weights in place until the largest component of the mean gradient (per row) is at most the tolerance.</summary>
    /// <returns>The norm reached.</returns>
    public static double Minimise(LogisticProblem problem, double[] weights, double tolerance)
    {
        var (rows, columns) = (problem.Design.Rows, problem.Columns);
        var (gradient, step, tried) = (new double[columns], new double[columns], new double[columns]);
        var curvatures = new double[rows];
        var hessian = columns <= MostColumnsToFactor ? new double[columns * columns] : null;
        var value = problem.Evaluate(weights, gradient, curvatures);
        for (var i = 0; i < MostSteps && FixedOrder.Largest(gradient) > tolerance * rows; i++)
        {
            if (hessian is null)
            {
                SolveIteratively(problem, curvatures, gradient, step);
            }
            else
            {
                problem.Hessian(curvatures, hessian);
                CholeskySolver.Solve(hessian, gradient, step);
            }

            var slope = FixedOrder.Dot(gradient, step);
            if (!TryStep(problem, weights, step, slope, ref value, tried, gradient, curvatures))
                break;
        }

        return FixedOrder.Largest(gradient) / rows;
    }

    /// <summary>A step without the matrix.</summary>
    internal static void SolveIteratively(LogisticProblem problem, double[] curvatures, ReadOnlySpan<double> gradient, Span<double> step)
    {
        var diagonal = new double[gradient.Length];
        problem.HessianDiagonal(curvatures, diagonal);
        ConjugateGradients.Solve(diagonal, (direction, product) => problem.MultiplyHessian(direction, curvatures, product), gradient, _ => InnerAccuracy, step);
    }

    private static bool TryStep(
        LogisticProblem problem, double[] weights, double[] step, double slope, ref double value, double[] tried, double[] gradient, double[] curvatures)
    {
        var norm = FixedOrder.Largest(gradient);
        for (var length = 1.0; length > 1e-10; length *= 0.5)
        {
            for (var j = 0; j < weights.Length; j++)
                tried[j] = weights[j] - (length * step[j]);

            // Below the rounding of the objective only the gradient can tell whether a step was good.
            var next = problem.Evaluate(tried, gradient, curvatures);
            var better = next <= value - (1e-4 * length * slope)
                || (next <= value + (1e-13 * Math.Abs(value)) && FixedOrder.Largest(gradient) < norm);
            if (!better)
                continue;

            tried.AsSpan().CopyTo(weights);
            value = next;
            return true;
        }

        value = problem.Evaluate(weights, gradient, curvatures);
        return false;
    }
}
