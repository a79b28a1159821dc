using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>
/// Gradients and curvatures as whole multiples of 2^−30: their sums and differences are exact in any order, so a histogram
/// may be built by any number of threads, or as parent less sibling, and is the same to the last bit.
/// </summary>
/// <remarks>Four words wide, so that a row is added to a bin at one stroke.</remarks>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal struct GradientSum
{
    public const double Unit = 1.0 / (1 << 30);

    public long Gradient;
    public long Curvature;
    public long Rows;

    public readonly GradientSum Plus(in GradientSum other) =>
        new() { Gradient = Gradient + other.Gradient, Curvature = Curvature + other.Curvature, Rows = Rows + other.Rows };

    public readonly GradientSum Minus(in GradientSum other) =>
        new() { Gradient = Gradient - other.Gradient, Curvature = Curvature - other.Curvature, Rows = Rows - other.Rows };

    /// <summary>What a leaf of these rows would gain: G² / (H + l2).</summary>
    public readonly double Gain(double l2)
    {
        var gradient = Gradient * Unit;
        return gradient * gradient / ((Curvature * Unit) + l2 + 1e-12);
    }

    /// <summary>The gains of two leaves together, to the bits of their separate sum, with one division for both.</summary>
    public static double Gains(in GradientSum left, in GradientSum right, double l2)
    {
        var gradients = Vector128.Create((double)left.Gradient, right.Gradient) * Unit;
        var gains = gradients * gradients / ((Vector128.Create((double)left.Curvature, right.Curvature) * Unit) + Vector128.Create(l2) + Vector128.Create(1e-12));
        return gains[0] + gains[1];
    }

    /// <summary>The Newton step of a leaf of these rows, kept within ±16: on pure leaves the quotient runs away.</summary>
    public readonly double Step(double l2) => Math.Clamp(-(Gradient * Unit) / ((Curvature * Unit) + l2 + 1e-12), -16.0, 16.0);
}
