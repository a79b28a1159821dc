namespace MonitoringDemo.Alerting.Deliver;

/// <summary>Exponential back-off with jitter that depends on seed, key and attempt alone, so that a run can be repeated.</summary>
internal static class BackOff
{
    private const int MostDoublings = 30;

    /// <param name="first">The pause after the first failure, before jitter.</param>
    /// <param name="longest">No pause is longer.</param>
    /// <param name="attempts">Failures so far, from 1.</param>
    /// <param name="seed">Differs between instances.</param>
    /// <param name="key">Differs between deliveries.</param>
    /// <returns>Between a half and the whole of the doubled pause.</returns>
    public static TimeSpan After(TimeSpan first, TimeSpan longest, int attempts, long seed, string key)
    {
        var doubled = first.TotalSeconds * (1L << Math.Clamp(attempts - 1, 0, MostDoublings));
        var pause = Math.Min(doubled, longest.TotalSeconds);
        return TimeSpan.FromSeconds(pause * (0.5 + (0.5 * Unit(seed, key, attempts))));
    }

    private static double Unit(long seed, string key, int attempts)
    {
        // FNV-1a over the key, mixed with seed and attempt by the finaliser of SplitMix64.
        var hash = 14695981039346656037UL;
        foreach (var letter in key)
            hash = (hash ^ letter) * 1099511628211UL;

        var z = hash + ((ulong)seed * 0x9E3779B97F4A7C15UL) + (ulong)attempts;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
