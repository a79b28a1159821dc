using System.Runtime.Intrinsics;

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

    /// <summary>The bins of four numbers, counted from zero's: negative for negative numbers. Of NaN it makes what it may.</summary>
    public static Vector128<int> FromZero(Vector256<double> values)
    {
        // Sign, exponent and the first bits of the fraction all lie in the upper half of a number.
        var upper = Vector256.Shuffle(values.AsInt32(), Vector256.Create(1, 3, 5, 7, 1, 3, 5, 7)).GetLower();
        var zero = Vector256.Shuffle(Vector256.Equals(values, Vector256<double>.Zero).AsInt32(), Vector256.Create(1, 3, 5, 7, 1, 3, 5, 7)).GetLower();
        var magnitude = ((upper & Vector128.Create(int.MaxValue)) >>> (Shift - 32)) - Vector128.Create((int)Offset);
        magnitude = Vector128.Min(Vector128.Max(magnitude, Vector128<int>.Zero), Vector128.Create(PerSign - 1)) + Vector128<int>.One;
        var negative = upper >> 31;
        return Vector128.AndNot((magnitude ^ negative) - negative, zero);
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
