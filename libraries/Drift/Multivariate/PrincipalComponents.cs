namespace MonitoringDemo.Drift.Multivariate;

/// <summary>The directions in which standardised reference rows vary most, and how far a row lies from the space that they span.</summary>
internal sealed class PrincipalComponents
{
    private readonly double[] _means, _scales;
    private readonly double[][] _kept;

    private PrincipalComponents(double[] means, double[] scales, double[][] kept, double[] explained) =>
        (_means, _scales, _kept, Explained) = (means, scales, kept, explained);

    /// <summary>The share of the variance along each kept component.</summary>
    public double[] Explained { get; }

    /// <summary>Null when fewer than two rows are there or no feature varies.</summary>
    public static PrincipalComponents? Learn(CompleteRows rows, double components)
    {
        if (rows.Count < 2) return null;
        var (means, scales) = Standardisation(rows);
        var covariance = Covariance(rows, means, scales);
        var (values, vectors) = SymmetricEigen.Of(covariance);
        var total = 0.0;
        foreach (var value in values) total += Math.Max(0, value);
        if (!(total > 0 && double.IsFinite(total))) return null;

        double[] shares = [.. values.Select(value => Math.Max(0, value) / total)];
        var kept = components < 1 ? Enough(shares, components) : Math.Min((int)components, shares.Length);
        return new PrincipalComponents(means, scales, vectors[..kept], shares[..kept]);
    }

    /// <summary>The Euclidean norm of what the kept components leave of the standardised row.</summary>
    public double Residual(ReadOnlySpan<double> row)
    {
        var rest = new double[row.Length];
        for (var j = 0; j < rest.Length; j++) rest[j] = (row[j] - _means[j]) / _scales[j];
        foreach (var component in _kept)
        {
            // The components are orthogonal, so one may be taken away after the other.
            var projection = 0.0;
            for (var j = 0; j < rest.Length; j++) projection += rest[j] * component[j];
            for (var j = 0; j < rest.Length; j++) rest[j] -= projection * component[j];
        }

        var squares = 0.0;
        foreach (var value in rest) squares += value * value;
        return Math.Sqrt(squares);
    }

    // The smallest number of components that explain more than the share.
    private static int Enough(double[] shares, double share)
    {
        var sum = 0.0;
        for (var k = 0; k < shares.Length; k++)
        {
            sum += shares[k];
            if (sum > share) return k + 1;
        }

        return shares.Length;
    }

    // A feature that does not vary keeps its unit.
    private static (double[] Means, double[] Scales) Standardisation(CompleteRows rows)
    {
        var (means, scales) = (new double[rows.Dimensions], new double[rows.Dimensions]);
        for (var j = 0; j < rows.Dimensions; j++)
        {
            double sum = 0, squares = 0, largest = 0;
            for (var i = 0; i < rows.Count; i++) (sum, largest) = (sum + rows.Row(i)[j], Math.Max(largest, Math.Abs(rows.Row(i)[j])));
            means[j] = sum / rows.Count;
            for (var i = 0; i < rows.Count; i++) squares += (rows.Row(i)[j] - means[j]) * (rows.Row(i)[j] - means[j]);

            // Spread no larger than the rounding of the mean is no spread.
            var deviation = Math.Sqrt(squares / rows.Count);
            scales[j] = deviation > 1e-13 * largest ? deviation : 1;
            if (deviation <= 1e-13 * largest) means[j] = rows.Row(0)[j];
        }

        return (means, scales);
    }

    private static double[,] Covariance(CompleteRows rows, double[] means, double[] scales)
    {
        var n = rows.Dimensions;
        var covariance = new double[n, n];
        var standardised = new double[n];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows.Row(i);
            for (var j = 0; j < n; j++) standardised[j] = (row[j] - means[j]) / scales[j];
            for (var j = 0; j < n; j++)
            {
                for (var k = 0; k <= j; k++) covariance[j, k] += standardised[j] * standardised[k];
            }
        }

        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                covariance[j, k] /= rows.Count - 1;
                covariance[k, j] = covariance[j, k];
            }
        }

        return covariance;
    }
}
