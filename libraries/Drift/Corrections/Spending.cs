using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Corrections;

/// <summary>How a level is spread over tests without end: shares that fall slowly and add up to 1.</summary>
internal static class Spending
{
    private const double Exponent = 1.6;

    // The Riemann zeta function at 1.6: the sum of j^-1.6 over all j from 1.
    private const double Sum = 2.2857656656801297;

    /// <summary>The share of the j-th test, j from 1: <c>j^-1.6 / ζ(1.6)</c>, the series of Ramdas et al. (2018).</summary>
    public static double Share(long j) => Deterministic.Exp(-Exponent * Deterministic.Log(j)) / Sum;
}
