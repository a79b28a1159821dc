using System.Runtime.Intrinsics;

namespace MonitoringDemo.Learning.Numerics;

/// <content>The same functions on four numbers at once, to the same bits: each lane takes the steps of the single one.</content>
public static partial class Deterministic
{
    // Adding it to a whole number puts that number, as an integer, into the lowest bits.
    private const double WholeToBits = 6755399441055744.0;
    private const double SmallestVectorExponent = -700.0;

    /// <summary>Whether <see cref="Sigmoid(Vector256{double})"/> takes these numbers; otherwise they are worked on one by one.</summary>
    internal static bool FitsVector(Vector256<double> x) => Vector256.GreaterThanAll(-Vector256.Abs(x), Vector256.Create(SmallestVectorExponent));

    /// <summary>1 / (1 + e^−x) of four numbers within ±700.</summary>
    internal static Vector256<double> Sigmoid(Vector256<double> x)
    {
        var e = ExpOfNegative(-Vector256.Abs(x));
        var above = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(x, Vector256<double>.Zero), Vector256<double>.One, e);
        return above / (Vector256<double>.One + e);
    }

    // As Exp, for −700 < x <= 0, where no case is special.
    private static Vector256<double> ExpOfNegative(Vector256<double> x)
    {
        var k = Vector256.Floor((x * Log2E) + Vector256.Create(0.5));
        var r = (x - (k * Ln2High)) - (k * Ln2Low);
        var z = r * r;
        var even = Horner(z, 1.0 / 2, 1.0 / 24, 1.0 / 720, 1.0 / 40320, 1.0 / 3628800, 1.0 / 479001600);
        var odd = Horner(z, 1.0 / 6, 1.0 / 120, 1.0 / 5040, 1.0 / 362880, 1.0 / 39916800, 1.0 / 6227020800);
        var value = Vector256<double>.One + (r + (z * (even + (r * odd))));
        var power = (k + Vector256.Create(WholeToBits)).AsInt64() - Vector256.Create(WholeToBits).AsInt64();
        return value * ((power + Vector256.Create(1023L)) << 52).AsDouble();
    }

    private static Vector256<double> Horner(Vector256<double> z, double a, double b, double c, double d, double e, double f) =>
        Vector256.Create(a) + (z * (Vector256.Create(b) + (z * (Vector256.Create(c) + (z * (Vector256.Create(d) + (z * (Vector256.Create(e) + (z * Vector256.Create(f))))))))));
}
