namespace MonitoringDemo.Learning.Numerics;

/// <summary>Points and weights that integrate polynomials over [0, 1] exactly up to degree 2n − 1.</summary>
/// <remarks>
/// G. H. Golub and J. H. Welsch, "Calculation of Gauss quadrature rules", Mathematics of Computation 23 (1969). The points are
/// the roots of a Legendre polynomial; those of the next one lie between them, so halving finds each to the last bit.
/// </remarks>
internal static class GaussLegendre
{
    /// <summary>The rule of <paramref name="n"/> points, ascending.</summary>
    public static (double[] Points, double[] Weights) Rule(int n)
    {
        double[] roots = [];
        for (var degree = 1; degree <= n; degree++)
            roots = Between([-1.0, .. roots, 1.0], degree);

        var (points, weights) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            var x = roots[i];
            var (value, previous) = Legendre(n, x);
            var slope = n * ((x * value) - previous) / ((x * x) - 1.0);
            points[i] = 0.5 * (1.0 + x);
            weights[i] = 1.0 / ((1.0 - (x * x)) * slope * slope);
        }

        return (points, weights);
    }

    private static double[] Between(double[] brackets, int degree)
    {
        var roots = new double[degree];
        for (var i = 0; i < degree; i++)
        {
            var (low, high) = (brackets[i], brackets[i + 1]);
            var negativeBelow = Legendre(degree, low).Value < 0.0;
            for (var middle = 0.5 * (low + high); middle > low && middle < high; middle = 0.5 * (low + high))
            {
                if (Legendre(degree, middle).Value < 0.0 == negativeBelow)
                    low = middle;
                else
                    high = middle;
            }

            roots[i] = high;
        }

        return roots;
    }

    // P_n(x) and P_{n−1}(x), by Bonnet's recurrence.
    private static (double Value, double Previous) Legendre(int n, double x)
    {
        var (value, previous) = (x, 1.0);
        for (var k = 2; k <= n; k++)
            (value, previous) = ((((2 * k) - 1) * x * value / k) - ((k - 1) * previous / k), value);
        return (value, previous);
    }
}
