using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Tests.Evaluation;

internal static class Series
{
    /// <summary>Each value is so much of the one before, and noise.</summary>
    public static double[] Autoregression(int rows, double rho, ulong seed)
    {
        var random = new SplitMix64(seed);
        var series = new double[rows];
        for (var i = 0; i < rows; i++)
            series[i] = (i == 0 ? 0 : rho * series[i - 1]) + random.NextNormal();
        return series;
    }
}
