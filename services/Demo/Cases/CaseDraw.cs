using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Demo.Cases;

/// <summary>What a case study draws its rows from: one seeded sequence.</summary>
internal sealed class CaseDraw(ulong seed)
{
    private readonly SplitMix64 _random = new(SplitMix64.Mix(seed, 0xCA5E));

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>Uniform in [from, to).</summary>
    public double Between(double from, double to) => from + ((to - from) * _random.NextDouble());

    /// <summary>A whole number, both ends among them.</summary>
    public int Whole(int from, int to) => from + _random.NextInt(to - from + 1);

    public double Normal(double mean, double deviation) => mean + (deviation * _random.NextNormal());

    /// <summary>Log-normal, by its median and the deviation of its logarithm.</summary>
    public double LogNormal(double median, double deviation) => median * Deterministic.Exp(deviation * _random.NextNormal());

    /// <summary>Exponential, by its mean.</summary>
    public double Exponential(double mean) => -mean * Deterministic.Log(1 - _random.NextDouble());

    /// <summary>One of the names, as often as its weight says.</summary>
    public string Pick(params ReadOnlySpan<(string Name, double Weight)> choices)
    {
        var sum = 0.0;
        foreach (var (_, weight) in choices)
            sum += weight;
        var left = sum * _random.NextDouble();
        foreach (var (name, weight) in choices)
        {
            left -= weight;
            if (left < 0)
                return name;
        }

        return choices[^1].Name;
    }

    /// <summary>0 before the first row, 1 after the last one, and straight between them.</summary>
    public static double Ramp(int row, int from, int to) => Math.Clamp((row - from) / (double)(to - from), 0, 1);
}
