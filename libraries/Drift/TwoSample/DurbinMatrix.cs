namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The one-sample Kolmogorov distribution, exact, as a power of Durbin's matrix.</summary>
/// <remarks>Source: G. Marsaglia, W. W. Tsang, J. Wang, "Evaluating Kolmogorov's Distribution", J. Stat. Software 8 (2003).</remarks>
internal static class DurbinMatrix
{
    private const double Huge = 1e140;

    /// <summary>P(D &lt; d) for n values; costs (2nd)³ · log n.</summary>
    public static double Body(int n, double d)
    {
        var k = (int)(n * d) + 1;
        var size = 2 * k - 1;
        var (power, exponent) = Power(Make(size, k - n * d), size, n);
        var result = power[(k - 1) * size + k - 1];
        for (var i = 1; i <= n; i++)
        {
            result = result * i / n;
            if (result < 1 / Huge)
            {
                result *= Huge;
                exponent--;
            }
        }

        return result * Math.Pow(Huge, exponent);
    }

    private static double[] Make(int size, double h)
    {
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= Math.Min(i + 1, size - 1); j++) matrix[i * size + j] = 1;
        }

        for (var i = 0; i < size; i++)
        {
            matrix[i * size] -= Math.Pow(h, i + 1);
            matrix[(size - 1) * size + i] -= Math.Pow(h, size - i);
        }

        matrix[(size - 1) * size] += 2 * h - 1 > 0 ? Math.Pow(2 * h - 1, size) : 0;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                for (var g = 2; g <= i - j + 1; g++) matrix[i * size + j] /= g;
            }
        }

        return matrix;
    }

    private static (double[] Matrix, int Exponent) Power(double[] matrix, int size, int n)
    {
        if (n == 1) return (matrix, 0);
        var (half, exponent) = Power(matrix, size, n / 2);
        var result = Multiply(half, half, size);
        exponent *= 2;
        if (n % 2 == 1) result = Multiply(matrix, result, size);
        if (result[size / 2 * size + size / 2] > Huge)
        {
            for (var i = 0; i < result.Length; i++) result[i] /= Huge;
            exponent++;
        }

        return (result, exponent);
    }

    private static double[] Multiply(double[] a, double[] b, int size)
    {
        var product = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            var row = product.AsSpan(i * size, size);
            for (var k = 0; k < size; k++)
            {
                var factor = a[i * size + k];
                var other = b.AsSpan(k * size, size);
                for (var j = 0; j < size; j++) row[j] += factor * other[j];
            }
        }

        return product;
    }
}
