namespace MonitoringDemo.Drift.Corrections;

/// <summary>Multiplies every p value by their number: the chance of any false finding stays below alpha, whatever the dependence.</summary>
/// <remarks>Source: O. J. Dunn, "Multiple Comparisons Among Means", JASA 56 (1961).</remarks>
public static class Bonferroni
{
    /// <summary>The adjusted p values in the same order; reject where they are at most alpha. NaN stays NaN and does not count.</summary>
    /// <param name="pValues">In [0, 1].</param>
    public static double[] Adjust(ReadOnlySpan<double> pValues) => StepWise.Adjust(pValues, fromLargest: false, (_, count) => count, cumulate: false);
}
