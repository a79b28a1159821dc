using System.Numerics;
using System.Runtime.InteropServices;

namespace MonitoringDemo.Learning.Numerics;

/// <summary>Vector operations whose bits do not depend on the width of the processor's registers.</summary>
internal static class FixedOrder
{
    /// <summary>y += factor × x, element by element: any width gives the same bits.</summary>
    public static void AddScaled(Span<double> y, double factor, ReadOnlySpan<double> x)
    {
        x = x[..y.Length];
        var wideY = MemoryMarshal.Cast<double, Vector<double>>(y);
        var wideX = MemoryMarshal.Cast<double, Vector<double>>(x);
        var wideFactor = new Vector<double>(factor);
        for (var i = 0; i < wideY.Length; i++)
            wideY[i] += wideFactor * wideX[i];
        for (var i = wideY.Length * Vector<double>.Count; i < y.Length; i++)
            y[i] += factor * x[i];
    }

    /// <summary>The inner product, in four sums whatever the processor.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        y = y[..x.Length];
        double a = 0, b = 0, c = 0, d = 0;
        var i = 0;
        for (; i + 4 <= x.Length; i += 4)
        {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }

        for (; i < x.Length; i++)
            a += x[i] * y[i];
        return (a + b) + (c + d);
    }

    /// <summary>The largest absolute value.</summary>
    public static double Largest(ReadOnlySpan<double> x)
    {
        var largest = 0.0;
        foreach (var value in x)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
