using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>How much a value in each bin speaks for the current distribution and against the reference, in nats.</summary>
internal static class BinWeights
{
    public static double[] Of(ReadOnlySpan<int> reference, ReadOnlySpan<int> current)
    {
        double m = reference.Length / 2.0, n = m;
        foreach (var count in reference) m += count;
        foreach (var count in current) n += count;

        var weights = new double[reference.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Deterministic.Log((current[i] + 0.5) / n / ((reference[i] + 0.5) / m));
        return weights;
    }
}
