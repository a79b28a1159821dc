namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Fixed bins for any number: eight to each doubling, both signs and zero, in the order of the numbers. No logarithm is taken.</summary>
internal static class LogBins
{
    public const int Zero = PerSign;
    public const int Count = 2 * PerSign + 1;

    private const int PerSign = 512;
    private const int Shift = 49;
    // 2^-32; what is nearer to zero shares the innermost bin.
    private const long Offset = (1023L - 32) << 3;

    public static int IndexOf(double value)
    {
        if (value == 0) return Zero;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var magnitude = (int)Math.Clamp(((bits & long.MaxValue) >> Shift) - Offset, 0, PerSign - 1);
        return bits < 0 ? Zero - 1 - magnitude : Zero + 1 + magnitude;
    }

    /// <summary>The smallest number of a bin.</summary>
    public static double LowerEdge(int bin) => bin switch
    {
        Zero => 0,
        > Zero => Magnitude(bin - Zero - 1),
        _ => -Magnitude(Zero - bin),
    };

    /// <summary>The number above the largest of a bin.</summary>
    public static double UpperEdge(int bin) => bin switch
    {
        Zero => 0,
        > Zero => Magnitude(bin - Zero),
        _ => -Magnitude(Zero - 1 - bin),
    };

    private static double Magnitude(int step) => BitConverter.Int64BitsToDouble((step + Offset) << Shift);
}
