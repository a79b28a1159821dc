namespace MonitoringDemo.Learning.Numerics;

/// <summary>
/// Elementary functions that give the same bits on every machine: built from + − × ÷ √ and bit manipulation only,
/// without fused multiply-add and without the C library, whose <c>exp</c> and kin take other code paths (and give
/// other bits) on other processors.
/// </summary>
/// <remarks>
/// <see cref="Exp"/> and <see cref="Log"/> are within 2 units in the last place. The polynomials are plain Taylor series
/// after an exact argument reduction: long enough that what is cut off is far below a rounding error.
/// </remarks>
public static partial class Deterministic
{
    private const double Log2E = 1.4426950408889634;

    // ln 2 in two parts; the first has 20 trailing zero bits, so that k × Ln2High is exact for |k| < 2^20.
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;
    private const double LargestExponent = 709.782712893384;
    private const double SmallestExponent = -745.1332191019412;

    /// <summary>e to the power of <paramref name="x"/>; +∞ above 709.78, 0 below −745.13, NaN for NaN.</summary>
    public static double Exp(double x)
    {
        if (!(x <= LargestExponent))
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        if (x < SmallestExponent)
            return 0.0;

        // x = k ln 2 + r with |r| <= ln 2 / 2.
        var k = Math.Floor((x * Log2E) + 0.5);
        var r = (x - (k * Ln2High)) - (k * Ln2Low);

        // e^r = 1 + r + r² (1/2 + r/6 + ...), even and odd terms apart so that the processor works on both at once.
        var z = r * r;
        var even = (1.0 / 2) + (z * ((1.0 / 24) + (z * ((1.0 / 720) + (z * ((1.0 / 40320) + (z * ((1.0 / 3628800) + (z * (1.0 / 479001600))))))))));
        var odd = (1.0 / 6) + (z * ((1.0 / 120) + (z * ((1.0 / 5040) + (z * ((1.0 / 362880) + (z * ((1.0 / 39916800) + (z * (1.0 / 6227020800))))))))));
        return Scale(1.0 + (r + (z * (even + (r * odd)))), (int)k);
    }

    /// <summary>The natural logarithm; −∞ for 0, NaN below 0.</summary>
    public static double Log(double x)
    {
        if (!(x > 0.0))
            return x == 0.0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x))
            return x;

        // x = m 2^k with m in [√½, √2).
        var k = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0;
            k = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        k += (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            k++;
        }

        // log m = 2 artanh s with s = f / (2 + f), arranged so that the large term f stays exact.
        var f = m - 1.0;
        var s = f / (2.0 + f);
        var z = s * s;
        var rest = z * ((2.0 / 3) + (z * ((2.0 / 5) + (z * ((2.0 / 7) + (z * ((2.0 / 9) + (z * ((2.0 / 11)
            + (z * ((2.0 / 13) + (z * ((2.0 / 15) + (z * ((2.0 / 17) + (z * ((2.0 / 19) + (z * (2.0 / 21)))))))))))))))))));
        var half = 0.5 * f * f;
        return (k * Ln2High) - ((half - ((s * (half + rest)) + (k * Ln2Low))) - f);
    }

    /// <summary>log(1 + x) without losing small x; −∞ for −1, NaN below.</summary>
    public static double Log1p(double x)
    {
        // Kahan's correction: the rounding of 1 + x is divided out again.
        var u = 1.0 + x;
        if (u == 1.0)
            return x;
        return double.IsPositiveInfinity(u) ? u : Log(u) * (x / (u - 1.0));
    }

    /// <summary>1 / (1 + e^−x), in [0, 1]; never overflows.</summary>
    public static double Sigmoid(double x)
    {
        var e = Exp(-Math.Abs(x));
        return (x >= 0.0 ? 1.0 : e) / (1.0 + e);
    }

    /// <summary>log(1 + e^x): the logistic loss of a margin of −x. Never overflows.</summary>
    public static double Softplus(double x) => Math.Max(x, 0.0) + Log1p(Exp(-Math.Abs(x)));

    /// <summary><paramref name="x"/> to a whole power, by repeated squaring.</summary>
    public static double Pow(double x, int exponent)
    {
        var result = 1.0;
        for (var n = Math.Abs((long)exponent); n > 0; n >>= 1)
        {
            if ((n & 1) == 1)
                result *= x;
            x *= x;
        }

        return exponent < 0 ? 1.0 / result : result;
    }

    private static double Scale(double value, int k) => k switch
    {
        > 1023 => value * 2.0 * PowerOfTwo(k - 1),
        < -1021 => value * PowerOfTwo(k + 54) * 5.551115123125783e-17,
        _ => value * PowerOfTwo(k),
    };

    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
}
