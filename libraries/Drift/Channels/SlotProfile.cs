namespace MonitoringDemo.Drift.Channels;

/// <summary>What a stream usually is at each time of its cycle (hour of the day, day of the week), to be taken off before it is judged.</summary>
/// <remarks>Slot means of the reference, smoothed over neighbouring slots. Extreme values count as the reference's 1st or 99th percentile.</remarks>
internal sealed class SlotProfile
{
    /// <summary>With fewer cycles, what is left of the noise would pass for a shift.</summary>
    public const int LeastCycles = 8;
    // A wave must explain so much of the variance, beyond what as many random means would.
    private const double LeastExplained = 0.05;

    private readonly double[] _means;

    private SlotProfile(double[] means) => _means = means;

    /// <summary>Learns a profile.</summary>
    /// <param name="values">The reference in its order; NaN is missing.</param>
    /// <param name="slots">The slot of each value; negative when its time is not known.</param>
    /// <param name="slotsPerCycle">How many slots there are.</param>
    /// <returns>Null when there is no wave to speak of, or too few cycles to know.</returns>
    public static SlotProfile? Learn(ReadOnlySpan<double> values, ReadOnlySpan<int> slots, int slotsPerCycle)
    {
        if (slotsPerCycle < 2 || values.Length < LeastCycles * slotsPerCycle) return null;

        var (low, high) = Ends(values);
        var (sums, counts) = (new double[slotsPerCycle], new int[slotsPerCycle]);
        double total = 0, squares = 0;
        var n = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (slots[i] < 0 || double.IsNaN(values[i])) continue;
            var value = Math.Clamp(values[i], low, high);
            sums[slots[i]] += value;
            counts[slots[i]]++;
            (total, squares, n) = (total + value, squares + value * value, n + 1);
        }

        foreach (var count in counts)
        {
            if (count < LeastCycles) return null;
        }

        var overall = total / n;
        var means = Smooth(sums, counts, overall);
        var explained = 0.0;
        for (var slot = 0; slot < means.Length; slot++) explained += counts[slot] * means[slot] * means[slot];
        var chance = (double)slotsPerCycle / n;
        return explained / Math.Max(squares - n * overall * overall, double.Epsilon) - chance >= LeastExplained ? new SlotProfile(means) : null;
    }

    /// <summary>The value without the wave.</summary>
    public double Remove(double value, int slot) => slot < 0 ? value : value - _means[slot];

    public void Save(BinaryWriter writer)
    {
        writer.Write(_means.Length);
        foreach (var mean in _means) writer.Write(mean);
    }

    public static SlotProfile Restore(BinaryReader reader)
    {
        var means = new double[reader.ReadInt32()];
        for (var i = 0; i < means.Length; i++) means[i] = reader.ReadDouble();
        return new SlotProfile(means);
    }

    private static (double Low, double High) Ends(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var missing = 0;
        while (missing < sorted.Length && double.IsNaN(sorted[missing])) missing++;
        var present = sorted.AsSpan(missing);
        return present.IsEmpty ? (0, 0) : (present[present.Length / 100], present[present.Length - 1 - present.Length / 100]);
    }

    // Over a fiftieth of the cycle: wide enough to lose most of the noise, narrow enough to keep the wave.
    private static double[] Smooth(double[] sums, int[] counts, double overall)
    {
        var (slots, reach) = (sums.Length, sums.Length / 96);
        var means = new double[slots];
        for (var slot = 0; slot < slots; slot++)
        {
            var (sum, count) = (0.0, 0);
            for (var step = -reach; step <= reach; step++)
            {
                var at = (slot + step + slots) % slots;
                (sum, count) = (sum + sums[at], count + counts[at]);
            }

            means[slot] = sum / count - overall;
        }

        return means;
    }
}
