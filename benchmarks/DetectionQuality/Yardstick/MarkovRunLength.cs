using MathNet.Numerics.LinearAlgebra.Double;

namespace MonitoringDemo.DetectionQuality.Yardstick;

/// <summary>Mean values to a false alarm of a CUSUM whose scores have a density: its sum, cut into states, is a Markov chain.</summary>
/// <remarks>D. Brook and D. A. Evans, "An approach to the probability distribution of CUSUM run length", Biometrika 59 (1972).</remarks>
internal static class MarkovRunLength
{
    private const int States = 400;

    public static double Of(Func<double, double> scoreCdf, double threshold)
    {
        var width = 2 * threshold / (2 * States - 1);

        // The probability of a step of k states, and of one that leads to zero.
        var below = new double[2 * States];
        for (var k = 0; k < below.Length; k++) below[k] = scoreCdf((k - States + 0.5) * width);
        var system = DenseMatrix.Create(States, States, (from, to) =>
        {
            var k = to - from + States;
            var step = to == 0 ? below[k] : below[k] - below[k - 1];
            return (from == to ? 1 : 0) - step;
        });
        return system.Solve(DenseVector.Create(States, 1))[0];
    }
}
