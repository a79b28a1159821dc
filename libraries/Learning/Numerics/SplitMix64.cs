namespace MonitoringDemo.Learning.Numerics;

/// <summary>A small, fast, seeded generator of random numbers: the same sequence on every machine. Not for secrets.</summary>
/// <remarks>
/// G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Not thread-safe:
/// give every task its own, seeded by <see cref="Mix"/>.
/// </remarks>
public sealed class SplitMix64(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The whole state: <c>new SplitMix64(State)</c> goes on where this one stands.</summary>
    public ulong State { get; private set; } = seed;

    /// <summary>A seed for a part of the work: other parts, other seeds, none of them related.</summary>
    public static ulong Mix(ulong seed, ulong a, ulong b = 0) => Finish(Finish(Finish(seed + Golden) ^ (a + Golden)) ^ (b - Golden));

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64() => Finish(State += Golden);

    /// <summary>Uniform in [0, 1), a multiple of 2^−53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * 1.1102230246251565E-16;

    /// <summary>Uniform in 0 … <paramref name="exclusiveMax"/> − 1, without bias.</summary>
    /// <remarks>D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).</remarks>
    public int NextInt(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMax);
        var range = (ulong)exclusiveMax;
        var high = Math.BigMul(NextUInt64(), range, out var low);
        if (low < range)
        {
            for (var threshold = (0 - range) % range; low < threshold;)
                high = Math.BigMul(NextUInt64(), range, out low);
        }

        return (int)high;
    }

    /// <summary>Standard normal, by inversion: one call takes exactly one random number.</summary>
    public double NextNormal() => Deterministic.NormalQuantile(((NextUInt64() >> 11) + 0.5) * 1.1102230246251565E-16);

    /// <summary>Puts the items in random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Finish(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
