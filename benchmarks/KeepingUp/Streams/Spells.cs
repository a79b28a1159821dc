using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>Where a stream changes.</summary>
internal static class Spells
{
    /// <summary>Rows that nobody is measured on: the warm-up of every generated stream.</summary>
    public const int Warmup = 2_000;

    /// <summary>The ends of the first three quarters.</summary>
    public static IReadOnlyList<int> Quarters(int rows) => [rows / 4, rows / 2, rows * 3 / 4];

    /// <summary>Changes after spells of <paramref name="shortest"/> to <paramref name="longest"/> rows, the first counted from the warm-up's end.</summary>
    public static IReadOnlyList<int> Drawn(int rows, ulong seed, int shortest, int longest)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed, 0x5be11));
        var changes = new List<int>();
        var row = Warmup;
        while ((row += shortest + random.NextInt(longest - shortest + 1)) < rows)
            changes.Add(row);
        return changes;
    }

    /// <summary>How many of the changes are at or before the row.</summary>
    public static int Passed(IReadOnlyList<int> changes, int row) => changes.Count(change => change <= row);
}
