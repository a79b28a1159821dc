using MonitoringDemo.Drift.Multivariate;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Multivariate;

public sealed class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void Values_descend_and_vectors_are_orthonormal_and_give_the_matrix_back(int n)
    {
        var random = new SplitMix64((ulong)n);
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++) matrix[i, j] = matrix[j, i] = random.NextNormal();
        }

        var (values, vectors) = SymmetricEigen.Of(matrix);

        values.ShouldBe(values.OrderDescending());
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                Enumerable.Range(0, n).Sum(k => values[k] * vectors[k][i] * vectors[k][j]).ShouldBe(matrix[i, j], 1e-12 * n);
                Enumerable.Range(0, n).Sum(k => vectors[i][k] * vectors[j][k]).ShouldBe(i == j ? 1 : 0, 1e-12);
            }
        }
    }
}
