using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>Counts rows into the bins of one feature. Whole numbers: the order of the rows does not matter.</summary>
internal static class Histogram
{
    /// <summary>Adds every row, in the order of the column.</summary>
    public static void Fill(Span<GradientSum> bins, ReadOnlySpan<byte> column, ReadOnlySpan<RowGradient> gradients)
    {
        var wide = MemoryMarshal.Cast<GradientSum, Vector256<long>>(bins);
        var pairs = MemoryMarshal.Cast<RowGradient, long>(gradients)[..column.Length];
        for (var i = 0; i < column.Length; i++)
            wide[column[i]] += Sum(pairs[i]);
    }

    /// <summary>Adds the rows named, whose gradients were gathered in the same order.</summary>
    public static void Fill(Span<GradientSum> bins, ReadOnlySpan<byte> column, ReadOnlySpan<int> rows, ReadOnlySpan<RowGradient> gathered)
    {
        var wide = MemoryMarshal.Cast<GradientSum, Vector256<long>>(bins);
        var pairs = MemoryMarshal.Cast<RowGradient, long>(gathered)[..rows.Length];
        for (var i = 0; i < rows.Length; i++)
            wide[column[rows[i]]] += Sum(pairs[i]);
    }

    /// <summary>What is left of a parent's bins without those of one child.</summary>
    public static void Subtract(Span<GradientSum> parent, ReadOnlySpan<GradientSum> child)
    {
        var rest = MemoryMarshal.Cast<GradientSum, Vector256<long>>(parent);
        var less = MemoryMarshal.Cast<GradientSum, Vector256<long>>(child)[..rest.Length];
        for (var i = 0; i < rest.Length; i++)
            rest[i] -= less[i];
    }

    // A gradient and its curvature, side by side, as (gradient, curvature, 1, 0): four whole numbers.
    private static Vector256<long> Sum(long pair) =>
        Vector256.WidenLower((Vector128.CreateScalar(pair).AsInt32() | Vector128.Create(0L, 1L).AsInt32()).ToVector256Unsafe());
}
