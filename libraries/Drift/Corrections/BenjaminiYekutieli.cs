namespace MonitoringDemo.Drift.Corrections;

/// <summary>Keeps the expected share of false findings among all findings below alpha, whatever the dependence of the tests.</summary>
/// <remarks>Source: Y. Benjamini and D. Yekutieli, "The control of the false discovery rate in multiple testing under dependency", Ann. Stat. 29 (2001).</remarks>
public static class BenjaminiYekutieli
{
    /// <summary>The adjusted p values in the same order; reject where they are at most alpha. NaN stays NaN and does not count.</summary>
    /// <param name="pValues">In [0, 1].</param>
    public static double[] Adjust(ReadOnlySpan<double> pValues) => StepWise.Adjust(pValues, fromLargest: true, (rank, count) => Harmonic(count) * count / rank);

    private static double Harmonic(int count)
    {
        var sum = 0.0;
        for (var i = 1; i <= count; i++) sum += 1.0 / i;
        return sum;
    }
}
