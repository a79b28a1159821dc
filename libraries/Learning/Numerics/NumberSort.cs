namespace MonitoringDemo.Learning.Numerics;

/// <summary>Sorts many numbers by the digits of their bits, the lowest first: no comparison to be guessed wrong.</summary>
/// <remarks>H. H. Seward, "Information sorting in the application of electronic digital computers to business operations", MIT 1954 (radix sort).</remarks>
internal static class NumberSort
{
    private const int FewValues = 2_000;
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int Passes = 6;

    /// <summary>Sorts in ascending order.</summary>
    /// <param name="values">None is NaN; −0 becomes 0.</param>
    public static void Sort(Span<double> values)
    {
        if (values.Length < FewValues)
        {
            values.Sort();
            return;
        }

        var (keys, spare, counts) = (new ulong[values.Length], new ulong[values.Length], new int[Passes * Digits]);
        for (var i = 0; i < values.Length; i++)
        {
            var key = keys[i] = KeyOf(values[i]);
            for (var pass = 0; pass < Passes; pass++)
                counts[(pass * Digits) + DigitOf(key, pass)]++;
        }

        for (var pass = 0; pass < Passes; pass++)
        {
            var places = counts.AsSpan(pass * Digits, Digits);
            if (places[DigitOf(keys[0], pass)] == keys.Length)
                continue;
            Arrange(keys, spare, places, pass);
            (keys, spare) = (spare, keys);
        }

        for (var i = 0; i < values.Length; i++)
            values[i] = ValueOf(keys[i]);
    }

    private static void Arrange(ulong[] keys, ulong[] sorted, Span<int> places, int pass)
    {
        var next = 0;
        foreach (ref var place in places)
            (place, next) = (next, next + place);
        foreach (var key in keys)
            sorted[places[DigitOf(key, pass)]++] = key;
    }

    private static int DigitOf(ulong key, int pass) => (int)(key >> (pass * DigitBits)) & (Digits - 1);

    // In the order of the numbers: negative ones upside down, positive ones above them.
    private static ulong KeyOf(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return (ulong)(bits ^ ((bits >> 63) | long.MinValue));
    }

    private static double ValueOf(ulong key) =>
        BitConverter.Int64BitsToDouble((long)key < 0 ? (long)key ^ long.MinValue : ~(long)key);
}
