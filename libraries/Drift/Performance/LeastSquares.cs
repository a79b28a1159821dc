using MonitoringDemo.Drift.Multivariate;

namespace MonitoringDemo.Drift.Performance;

/// <summary>Linear least squares with an intercept. Columns may depend on each other: of all best fits it takes the shortest in standardised columns.</summary>
internal sealed class LeastSquares
{
    // Directions in which the columns vary less than this, against the largest, are rounding.
    private const double Negligible = 1e-12;

    private readonly double[] _means, _weights;
    private readonly double _mean;

    private LeastSquares(double[] means, double[] weights, double mean) => (_means, _weights, _mean) = (means, weights, mean);

    public static LeastSquares Fit(CompleteRows rows, ReadOnlySpan<double> targets)
    {
        var n = rows.Dimensions;
        var (means, scales, mean) = (new double[n], new double[n], 0.0);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < n; j++) means[j] += rows.Row(i)[j] / rows.Count;
            mean += targets[i] / rows.Count;
        }

        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i < rows.Count; i++) scales[j] += (rows.Row(i)[j] - means[j]) * (rows.Row(i)[j] - means[j]);
            scales[j] = scales[j] > 0 ? Math.Sqrt(scales[j]) : 1;
        }

        var (gram, products, z) = (new double[n, n], new double[n], new double[n]);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < n; j++) z[j] = (rows.Row(i)[j] - means[j]) / scales[j];
            for (var j = 0; j < n; j++)
            {
                products[j] += z[j] * (targets[i] - mean);
                for (var k = 0; k < n; k++) gram[j, k] += z[j] * z[k];
            }
        }

        var (values, vectors) = SymmetricEigen.Of(gram);
        var weights = new double[n];
        for (var k = 0; k < n && values[k] > Negligible * values[0]; k++)
        {
            var along = 0.0;
            for (var j = 0; j < n; j++) along += vectors[k][j] * products[j];
            for (var j = 0; j < n; j++) weights[j] += along / values[k] * vectors[k][j];
        }

        for (var j = 0; j < n; j++) weights[j] /= scales[j];
        return new LeastSquares(means, weights, mean);
    }

    public double Predict(ReadOnlySpan<double> row)
    {
        var value = _mean;
        for (var j = 0; j < _weights.Length; j++) value += _weights[j] * (row[j] - _means[j]);
        return value;
    }
}
