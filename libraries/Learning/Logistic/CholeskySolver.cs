using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Logistic;

/// <summary>Solves A x = b for a symmetric positive definite A, given as its lower triangle, by A = Lᵀ D L.</summary>
/// <remarks>
/// Eliminates from the last row up: then every inner loop runs along the start of a row, element by element, without a
/// sum whose order could vary.
/// </remarks>
internal static class CholeskySolver
{
    /// <summary>Overwrites the matrix.</summary>
    public static void Solve(Span<double> matrix, ReadOnlySpan<double> b, Span<double> x)
    {
        var n = b.Length;
        b.CopyTo(x);
        for (var k = n - 1; k >= 0; k--)
        {
            var pivotRow = matrix.Slice(k * n, k + 1);

            // Rounding may leave a direction without curvature: then nothing is moved along it.
            var inverse = pivotRow[k] > 1e-300 ? 1.0 / pivotRow[k] : 0.0;
            for (var i = 0; i < k; i++)
            {
                if (pivotRow[i] == 0.0)
                    continue;
                var factor = -(pivotRow[i] * inverse);
                FixedOrder.AddScaled(matrix.Slice(i * n, i + 1), factor, pivotRow);
                x[i] += factor * x[k];
            }

            pivotRow[k] = inverse;
        }

        for (var k = 0; k < n; k++)
        {
            var row = matrix.Slice(k * n, k + 1);
            x[k] = (x[k] - FixedOrder.Dot(row[..k], x[..k])) * row[k];
        }
    }
}
