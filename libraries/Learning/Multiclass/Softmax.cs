using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Multiclass;

/// <summary>Probabilities of several classes from one log-odds each.</summary>
internal static class Softmax
{
    /// <summary>Overwrites log-odds with e^x / Σ e^x; the largest is taken off first, so that nothing overflows.</summary>
    /// <returns>log Σ e^x of what was given.</returns>
    public static double Normalise(Span<double> values)
    {
        var largest = values[0];
        foreach (var value in values)
            largest = Math.Max(largest, value);
        var sum = 0.0;
        foreach (ref var value in values)
        {
            value = Deterministic.Exp(value - largest);
            sum += value;
        }

        foreach (ref var value in values)
            value /= sum;
        return largest + Deterministic.Log(sum);
    }

    /// <summary>The most probable class, of equal ones the first.</summary>
    public static int Best(ReadOnlySpan<double> probabilities)
    {
        var best = 0;
        for (var k = 1; k < probabilities.Length; k++)
        {
            if (probabilities[k] > probabilities[best])
                best = k;
        }

        return best;
    }
}
