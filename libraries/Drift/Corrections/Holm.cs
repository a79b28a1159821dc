namespace MonitoringDemo.Drift.Corrections;

/// <summary>Bonferroni step by step from the smallest p value: the same promise, never less power.</summary>
/// <remarks>Source: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scand. J. Stat. 6 (1979).</remarks>
public static class Holm
{
    /// <summary>The adjusted p values in the same order; reject where they are at most alpha. NaN stays NaN and does not count.</summary>
    /// <param name="pValues">In [0, 1].</param>
    public static double[] Adjust(ReadOnlySpan<double> pValues) => StepWise.Adjust(pValues, fromLargest: false, (rank, count) => count - rank + 1);
}
