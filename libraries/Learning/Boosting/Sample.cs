using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>Draws a share of 0 … count − 1 without replacement, ascending; at least one.</summary>
internal static class Sample
{
    /// <summary>How many are drawn.</summary>
    public static int Size(int count, double share) => Math.Max(1, (int)Math.Round(count * share));

    public static int[] Draw(SplitMix64 random, int count, double share)
    {
        var wanted = Size(count, share);
        if (wanted == count)
            return [.. Enumerable.Range(0, count)];

        var drawn = new int[wanted];
        for (int i = 0, taken = 0; taken < wanted; i++)
        {
            // D. E. Knuth, The Art of Computer Programming 2, algorithm S.
            if (random.NextInt(count - i) < wanted - taken)
                drawn[taken++] = i;
        }

        return drawn;
    }
}
