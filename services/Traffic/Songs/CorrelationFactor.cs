namespace MonitoringDemo.Traffic.Songs;

/// <summary>The lower triangle L with L·Lᵀ = a correlation matrix.</summary>
internal static class CorrelationFactor
{
    private const double SmallestPivot = 1e-6;

    /// <summary>Published correlations are rounded, so the matrix may lie just outside the valid ones: it is then pulled towards the identity, a little more each time, until it factors.</summary>
    /// <param name="correlation">Row-major, symmetric, ones on the diagonal.</param>
    /// <param name="size">Rows.</param>
    public static double[] Of(double[] correlation, int size)
    {
        for (var shrink = 0.0; shrink < 1.0; shrink = Math.Max(1e-6, shrink * 2))
        {
            if (TryFactor(correlation, size, 1.0 - shrink) is { } lower)
                return lower;
        }

        throw new InvalidDataException("The correlation matrix of a song group cannot be factored.");
    }

    private static double[]? TryFactor(double[] correlation, int size, double keep)
    {
        var lower = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = i == j ? 1.0 : keep * correlation[(i * size) + j];
                for (var k = 0; k < j; k++)
                    sum -= lower[(i * size) + k] * lower[(j * size) + k];
                if (i == j && sum < SmallestPivot)
                    return null;
                lower[(i * size) + j] = i == j ? Math.Sqrt(sum) : sum / lower[(j * size) + j];
            }
        }

        return lower;
    }
}
