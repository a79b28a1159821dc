using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Logistic;

/// <summary>Solves H x = b approximately for the Hessian of a problem, preconditioned by its diagonal, without forming it.</summary>
internal static class ConjugateGradients
{
    private const int MostSteps = 250;

    /// <summary>result = H × direction.</summary>
    internal delegate void HessianProduct(ReadOnlySpan<double> direction, Span<double> result);

    /// <param name="diagonal">Of H.</param>
    /// <param name="multiply">Multiplies by H.</param>
    /// <param name="b">The right side.</param>
    /// <param name="accuracy">The share of the first residual's square, in the norm of the preconditioner, at which it ends; given that square.</param>
    /// <param name="x">The solution.</param>
    public static void Solve(ReadOnlySpan<double> diagonal, HessianProduct multiply, ReadOnlySpan<double> b, Func<double, double> accuracy, Span<double> x)
    {
        var n = b.Length;
        var (residual, direction, product, scaled) = (b.ToArray(), new double[n], new double[n], new double[n]);
        x.Clear();
        double previous = 0, enough = 0;
        for (var step = 0; step < MostSteps; step++)
        {
            for (var j = 0; j < n; j++)
                scaled[j] = diagonal[j] > 1e-300 ? residual[j] / diagonal[j] : 0.0;
            var size = FixedOrder.Dot(residual, scaled);
            if (step == 0)
                enough = size * accuracy(size);
            if (!(size > enough))
                return;

            var ratio = step == 0 ? 0.0 : size / previous;
            for (var j = 0; j < n; j++)
                direction[j] = scaled[j] + (ratio * direction[j]);
            multiply(direction, product);
            var curvature = FixedOrder.Dot(direction, product);
            if (!(curvature > 0.0))
                return;

            FixedOrder.AddScaled(x, size / curvature, direction);
            FixedOrder.AddScaled(residual, -(size / curvature), product);
            previous = size;
        }
    }
}
