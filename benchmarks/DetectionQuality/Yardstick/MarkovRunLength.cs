namespace MonitoringDemo.DetectionQuality.Yardstick;

/// <summary>The threshold of a CUSUM whose scores have a density: its sum, cut into states, is a Markov chain.</summary>
/// <remarks>D. Brook and D. A. Evans, "An approach to the probability distribution of CUSUM run length", Biometrika 59 (1972).</remarks>
internal static class MarkovRunLength
{
    private const int States = 250;

    /// <summary>The threshold with a mean run length of so many values, without a change.</summary>
    /// <remarks>The run length grows like e to the power of the threshold: a secant on its logarithm needs few steps.</remarks>
    public static double Threshold(Func<double, double> scoreCdf, double runLength)
    {
        double Distance(double threshold) => Math.Log(Of(scoreCdf, threshold) / runLength);

        var (a, b) = (9.0, 11.0);
        var (atA, atB) = (Distance(a), Distance(b));
        for (var i = 0; i < 10 && Math.Abs(atB) > 1e-4; i++)
        {
            var next = b - atB * (b - a) / (atB - atA);
            (a, atA, b, atB) = (b, atB, next, Distance(next));
        }

        return b;
    }

    private static double Of(Func<double, double> scoreCdf, double threshold)
    {
        var width = 2 * threshold / (2 * States - 1);

        // The probability of a step of up to k states, at k + States.
        var below = new double[2 * States];
        for (var k = 0; k < below.Length; k++) below[k] = scoreCdf((k - States + 0.5) * width);

        // Values to an alarm, per state: one, and those from the state that the next one leads to.
        var system = new double[States, States + 1];
        for (var from = 0; from < States; from++)
        {
            for (var to = 0; to < States; to++)
            {
                var k = to - from + States;
                system[from, to] = (from == to ? 1 : 0) - (to == 0 ? below[k] : below[k] - below[k - 1]);
            }

            system[from, States] = 1;
        }

        return FirstUnknown(system);
    }

    /// <summary>Eliminates from the last unknown on. The diagonal dominates, so no pivots are needed.</summary>
    private static double FirstUnknown(double[,] system)
    {
        for (var pivot = States - 1; pivot > 0; pivot--)
        {
            for (var row = 0; row < pivot; row++)
            {
                var factor = system[row, pivot] / system[pivot, pivot];
                for (var column = 0; column < pivot; column++) system[row, column] -= factor * system[pivot, column];
                system[row, States] -= factor * system[pivot, States];
            }
        }

        return system[0, States] / system[0, 0];
    }
}
