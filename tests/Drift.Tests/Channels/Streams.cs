using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Channels;

/// <summary>Seeded streams for the channels.</summary>
internal static class Streams
{
    public static double[] Normal(ulong seed, int count, double mean = 0, double deviation = 1)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, count).Select(_ => mean + deviation * random.NextNormal())];
    }

    public static double[] Heavy(ulong seed, int count)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextNormal() / (random.NextDouble() + 0.02))];
    }

    public static double[] Rounded(ulong seed, int count) => [.. Normal(seed, count).Select(value => Math.Round(value))];

    public static double[] Bits(ulong seed, int count, double share)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < share ? 1.0 : 0.0)];
    }

    /// <summary>Each value follows the one before; variance 1.</summary>
    public static double[] Autoregressive(ulong seed, int count, double correlation)
    {
        var random = new SplitMix64(seed);
        var (values, level) = (new double[count], 0.0);
        for (var i = 0; i < count; i++) values[i] = level = correlation * level + Math.Sqrt(1 - correlation * correlation) * random.NextNormal();
        return values;
    }

    /// <summary>A triangle of that period from −1 to 1, and noise.</summary>
    public static double[] Wave(ulong seed, int count, int period)
    {
        var noise = Normal(seed, count, 0, 0.5);
        return [.. noise.Select((value, i) => value + Math.Abs(4.0 * (i % period) / period - 2) - 1)];
    }

    /// <summary>The indices at which a detector spoke.</summary>
    public static List<int> Run(IDriftDetector detector, IEnumerable<double> stream)
    {
        var (found, index) = (new List<int>(), 0);
        foreach (var value in stream)
        {
            detector.Update(value);
            if (detector.DriftDetected) found.Add(index);
            index++;
        }

        return found;
    }
}
