namespace MonitoringDemo.Drift.Monitoring.Rows;

internal static class Shares
{
    public static double[] Of(ReadOnlySpan<int> counts)
    {
        var sum = 0L;
        foreach (var count in counts) sum += count;
        var shares = new double[counts.Length];
        for (var i = 0; i < shares.Length && sum > 0; i++) shares[i] = (double)counts[i] / sum;
        return shares;
    }
}
