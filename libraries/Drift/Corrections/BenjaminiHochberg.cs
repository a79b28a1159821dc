namespace MonitoringDemo.Drift.Corrections;

/// <summary>Keeps the expected share of false findings among all findings below alpha; for independent or positively dependent tests.</summary>
/// <remarks>Source: Y. Benjamini and Y. Hochberg, "Controlling the False Discovery Rate", J. R. Stat. Soc. B 57 (1995).</remarks>
public static class BenjaminiHochberg
{
    /// <summary>The adjusted p values in the same order; reject where they are at most alpha. NaN stays NaN and does not count.</summary>
    /// <param name="pValues">In [0, 1].</param>
    public static double[] Adjust(ReadOnlySpan<double> pValues) => StepWise.Adjust(pValues, fromLargest: true, (rank, count) => (double)count / rank);
}
