using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Calibration;

/// <summary>
/// Newton's method with step halving on the negative log likelihood of <see cref="PlattCalibrator"/>: convex in two unknowns.
/// A trace of ridge keeps the Hessian invertible when all scores are equal.
/// </summary>
internal static class PlattFit
{
    private const int MostSteps = 100;
    private const double Ridge = 1e-12;

    public static (double Slope, double Intercept) Of(ReadOnlySpan<double> logOdds, ReadOnlySpan<byte> labels)
    {
        long ones = 0;
        foreach (var label in labels)
            ones += label;
        var (whenOne, whenZero) = ((ones + 1.0) / (ones + 2.0), 1.0 / (labels.Length - ones + 2.0));

        var (slope, intercept) = (0.0, Deterministic.Log((ones + 1.0) / (labels.Length - ones + 1.0)));
        var here = Evaluate(logOdds, labels, whenOne, whenZero, slope, intercept);
        for (var i = 0; i < MostSteps && Math.Max(Math.Abs(here.BySlope), Math.Abs(here.ByIntercept)) > 1e-12 * labels.Length; i++)
        {
            var (a, b, c) = (here.SlopeSlope + Ridge, here.SlopeIntercept, here.InterceptIntercept + Ridge);
            var determinant = (a * c) - (b * b);
            var stepSlope = ((c * here.BySlope) - (b * here.ByIntercept)) / determinant;
            var stepIntercept = ((a * here.ByIntercept) - (b * here.BySlope)) / determinant;

            var length = 1.0;
            var next = here;
            for (; length > 1e-10; length *= 0.5)
            {
                next = Evaluate(logOdds, labels, whenOne, whenZero, slope - (length * stepSlope), intercept - (length * stepIntercept));
                if (next.Loss <= here.Loss + (1e-14 * here.Loss))
                    break;
            }

            if (length <= 1e-10 || next == here)
                break;
            (slope, intercept, here) = (slope - (length * stepSlope), intercept - (length * stepIntercept), next);
        }

        return (slope, intercept);
    }

    private static Point Evaluate(ReadOnlySpan<double> logOdds, ReadOnlySpan<byte> labels, double whenOne, double whenZero, double slope, double intercept)
    {
        double loss = 0, bySlope = 0, byIntercept = 0, slopeSlope = 0, slopeIntercept = 0, interceptIntercept = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            var target = labels[i] == 1 ? whenOne : whenZero;
            var z = (slope * logOdds[i]) + intercept;
            var e = Deterministic.Exp(-Math.Abs(z));
            var p = (z >= 0.0 ? 1.0 : e) / (1.0 + e);
            var curvature = e / ((1.0 + e) * (1.0 + e));
            loss += Math.Max(z, 0.0) - (target * z) + Deterministic.Log1p(e);
            bySlope += (p - target) * logOdds[i];
            byIntercept += p - target;
            slopeSlope += curvature * logOdds[i] * logOdds[i];
            slopeIntercept += curvature * logOdds[i];
            interceptIntercept += curvature;
        }

        return new Point(loss, bySlope, byIntercept, slopeSlope, slopeIntercept, interceptIntercept);
    }

    private readonly record struct Point(
        double Loss, double BySlope, double ByIntercept, double SlopeSlope, double SlopeIntercept, double InterceptIntercept);
}
