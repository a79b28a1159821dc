namespace MonitoringDemo.Drift.Multivariate;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations: + − × ÷ √ in one fixed order, accurate to rounding.</summary>
/// <remarks>G. H. Golub and C. F. Van Loan, "Matrix Computations", 4th edition, section 8.5. For some hundred features, not for thousands.</remarks>
internal static class SymmetricEigen
{
    private const int MostSweeps = 60;

    /// <summary>Eigenvalues in descending order; <c>Vectors[k]</c> is the unit eigenvector of the k-th.</summary>
    public static (double[] Values, double[][] Vectors) Of(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var v = new double[n, n];
        for (var i = 0; i < n; i++) v[i, i] = 1;

        for (var sweep = 0; sweep < MostSweeps && !IsDiagonal(a, n); sweep++)
        {
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    if (a[p, q] != 0) Rotate(a, v, n, p, q);
                }
            }
        }

        // Stable, so that equal eigenvalues keep the order of their columns.
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(k => a[k, k])];
        return ([.. order.Select(k => a[k, k])], [.. order.Select(k => Enumerable.Range(0, n).Select(i => v[i, k]).ToArray())]);
    }

    private static bool IsDiagonal(double[,] a, int n)
    {
        double off = 0, diagonal = 0;
        for (var i = 0; i < n; i++)
        {
            diagonal += a[i, i] * a[i, i];
            for (var j = 0; j < i; j++) off += a[i, j] * a[i, j];
        }

        return off <= 1e-32 * diagonal;
    }

    private static void Rotate(double[,] a, double[,] v, int n, int p, int q)
    {
        var tau = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (tau >= 0 ? 1 : -1) / (Math.Abs(tau) + Math.Sqrt(1 + tau * tau));
        var c = 1 / Math.Sqrt(1 + t * t);
        var s = t * c;
        for (var k = 0; k < n; k++)
        {
            (a[k, p], a[k, q]) = (c * a[k, p] - s * a[k, q], s * a[k, p] + c * a[k, q]);
        }

        for (var k = 0; k < n; k++)
        {
            (a[p, k], a[q, k]) = (c * a[p, k] - s * a[q, k], s * a[p, k] + c * a[q, k]);
            (v[k, p], v[k, q]) = (c * v[k, p] - s * v[k, q], s * v[k, p] + c * v[k, q]);
        }

        (a[p, q], a[q, p]) = (0, 0);
    }
}
