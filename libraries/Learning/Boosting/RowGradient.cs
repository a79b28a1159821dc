using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>First and second derivative of one row's log loss, in units of <see cref="GradientSum.Unit"/>.</summary>
internal readonly record struct RowGradient(int Gradient, int Curvature)
{
    private const double Scale = 1 << 30;

    public static RowGradient Of(double logOdds, byte label)
    {
        var p = Deterministic.Sigmoid(logOdds);
        return new RowGradient((int)Math.Round((p - label) * Scale), Math.Max(1, (int)Math.Round(p * (1.0 - p) * Scale)));
    }
}
