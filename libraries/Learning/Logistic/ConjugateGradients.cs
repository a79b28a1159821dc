using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Logistic;

/// <summary>Solves H x = b approximately for the Hessian of a problem, preconditioned by its diagonal, without forming it.</summary>
internal static class ConjugateGradients
{
    private const int MostSteps = 250;

    public static void Solve(LogisticProblem problem, ReadOnlySpan<double> curvatures, ReadOnlySpan<double> b, Span<double> x)
    {
        var n = b.Length;
        var (residual, direction, product, diagonal, scaled) = (b.ToArray(), new double[n], new double[n], new double[n], new double[n]);
        problem.HessianDiagonal(curvatures, diagonal);
        x.Clear();
        double previous = 0, first = 0;
        for (var step = 0; step < MostSteps; step++)
        {
            for (var j = 0; j < n; j++)
                scaled[j] = diagonal[j] > 1e-300 ? residual[j] / diagonal[j] : 0.0;
            var size = FixedOrder.Dot(residual, scaled);
            if (step == 0)
                first = size;

            // Ten digits fewer than the gradient had: enough for the outer iteration to converge faster than linearly.
            if (!(size > first * 1e-12))
                return;

            var ratio = step == 0 ? 0.0 : size / previous;
            for (var j = 0; j < n; j++)
                direction[j] = scaled[j] + (ratio * direction[j]);
            problem.MultiplyHessian(direction, curvatures, product);
            var curvature = FixedOrder.Dot(direction, product);
            if (!(curvature > 0.0))
                return;

            FixedOrder.AddScaled(x, size / curvature, direction);
            FixedOrder.AddScaled(residual, -(size / curvature), product);
            previous = size;
        }
    }
}
