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
        var one = Vector128.Create(0UL, 1UL).AsInt32();
        gradients = gradients[..column.Length];
        for (var i = 0; i < column.Length; i++)
            wide[column[i]] += Sum(gradients[i], one);
    }

    /// <summary>Adds the rows named, whose gradients were gathered in the same order.</summary>
    public static void Fill(Span<GradientSum> bins, ReadOnlySpan<byte> column, ReadOnlySpan<int> rows, ReadOnlySpan<RowGradient> gathered)
    {
        var wide = MemoryMarshal.Cast<GradientSum, Vector256<long>>(bins);
        var one = Vector128.Create(0UL, 1UL).AsInt32();
        gathered = gathered[..rows.Length];
        for (var i = 0; i < rows.Length; i++)
            wide[column[rows[i]]] += Sum(gathered[i], one);
    }

    /// <summary>What is left of a parent's bins without those of one child.</summary>
    public static void Subtract(Span<GradientSum> parent, ReadOnlySpan<GradientSum> child)
    {
        var rest = MemoryMarshal.Cast<GradientSum, Vector256<long>>(parent);
        var less = MemoryMarshal.Cast<GradientSum, Vector256<long>>(child)[..rest.Length];
        for (var i = 0; i < rest.Length; i++)
            rest[i] -= less[i];
    }

    // (gradient, curvature, 1, 0) as four whole numbers.
    private static Vector256<long> Sum(RowGradient row, Vector128<int> one)
    {
        var both = Vector128.CreateScalar((uint)row.Gradient | ((ulong)(uint)row.Curvature << 32)).AsInt32() | one;
        return Vector256.Create(Vector128.WidenLower(both), Vector128.WidenUpper(both));
    }
}
