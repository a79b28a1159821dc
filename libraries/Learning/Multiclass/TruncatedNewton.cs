using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Multiclass;

/// <summary>Newton's method for <see cref="SoftmaxProblem"/>: steps from conjugate gradients, preconditioned by the Hessian's diagonal, and halved until the objective falls.</summary>
/// <remarks>
/// With dozens of classes the matrix has thousands of rows, and is never formed. The sum of all intercepts is free; from weights of 0 no step moves
/// along it. S. G. Nash, "A survey of truncated-Newton methods", Journal of Computational and Applied Mathematics 124 (2000). Every sum has one order.
/// </remarks>
internal static class TruncatedNewton
{
    private const int MostSteps = 100;

    /// <summary>Improves the weights in place until the largest component of the mean gradient (per row) is at most the tolerance, or rounding ends it.</summary>
    public static void Minimise(SoftmaxProblem problem, double[] weights, double tolerance)
    {
        var n = problem.Size;
        var (gradient, step, tried, diagonal) = (new double[n], new double[n], new double[n], new double[n]);
        var value = problem.Evaluate(weights, gradient);
        for (var i = 0; i < MostSteps && FixedOrder.Largest(gradient) > tolerance * problem.Rows; i++)
        {
            problem.HessianDiagonal(diagonal);
            // The nearer the optimum, the more exactly: then the steps converge faster than linearly.
            ConjugateGradients.Solve(diagonal, problem.MultiplyHessian, gradient, size => Math.Clamp(size / problem.Rows, 1e-8, 1e-2), step);
            if (!TryStep(problem, weights, step, FixedOrder.Dot(gradient, step), ref value, tried, gradient))
                return;
        }
    }

    private static bool TryStep(SoftmaxProblem problem, double[] weights, double[] step, double slope, ref double value, double[] tried, double[] gradient)
    {
        var norm = FixedOrder.Largest(gradient);
        for (var length = 1.0; length > 1e-10; length *= 0.5)
        {
            for (var j = 0; j < weights.Length; j++)
                tried[j] = weights[j] - (length * step[j]);
            var next = problem.Evaluate(tried, gradient);
            // Below the rounding of the objective only the gradient can tell whether a step was good.
            var better = next <= value - (1e-4 * length * slope) || (next <= value + (1e-13 * Math.Abs(value)) && FixedOrder.Largest(gradient) < norm);
            if (!better)
                continue;
            tried.AsSpan().CopyTo(weights);
            value = next;
            return true;
        }

        return false;
    }
}
