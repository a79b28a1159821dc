using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>First and second derivative of one row's log loss, in units of <see cref="GradientSum.Unit"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct RowGradient(int Gradient, int Curvature)
{
    private const double Scale = 1 << 30;

    public static RowGradient Of(double logOdds, byte label)
    {
        var p = Deterministic.Sigmoid(logOdds);
        return new RowGradient((int)Math.Round((p - label) * Scale), Math.Max(1, (int)Math.Round(p * (1.0 - p) * Scale)));
    }

    /// <summary>The gradients of many rows, four at once where the processor can: the same bits either way.</summary>
    public static void Find(ReadOnlySpan<double> logOdds, ReadOnlySpan<byte> labels, Span<RowGradient> gradients)
    {
        var i = 0;
        for (; Vector256.IsHardwareAccelerated && i <= logOdds.Length - 4; i += 4)
        {
            var x = Vector256.Create(logOdds.Slice(i, 4));
            if (!Deterministic.FitsVector(x))
                break;
            var p = Deterministic.Sigmoid(x);
            var first = Vector256.Round((p - Vector256.Create((double)labels[i], labels[i + 1], labels[i + 2], labels[i + 3])) * Scale);
            var second = Vector256.Max(Vector256<double>.One, Vector256.Round(p * (Vector256<double>.One - p) * Scale));
            for (var j = 0; j < 4; j++)
                gradients[i + j] = new RowGradient((int)first[j], (int)second[j]);
        }

        for (; i < logOdds.Length; i++)
            gradients[i] = Of(logOdds[i], labels[i]);
    }
}
