using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Channels;

/// <summary>The share that a sample of 0 and 1 lets expect at most.</summary>
internal static class RareLimit
{
    // Of the probability that a sample would hold so few ones, were the share any larger.
    private const double Tail = 1e-3;
    private const double Z = 3.0902323061678132;
    private const int MostExact = 100;
    private const int Halvings = 60;

    /// <summary>The upper limit with a tail of 0.001: Clopper and Pearson's (1934) where ones are few, Wilson's (1927) elsewhere; 1 for no rows.</summary>
    public static double Upper(long ones, long rows)
    {
        if (rows == 0 || ones >= rows) return 1;
        if (ones > MostExact) return Wilson(ones, rows);

        var (low, high) = ((double)ones / rows, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (AtMost(ones, rows, middle) > Tail) low = middle;
            else high = middle;
        }

        return high;
    }

    private static double Wilson(double ones, double rows)
    {
        const double Square = Z * Z;
        var share = ones / rows;
        return (share + Square / (2 * rows) + Z * Math.Sqrt(share * (1 - share) / rows + Square / (4 * rows * rows))) / (1 + Square / rows);
    }

    /// <summary>The probability of so many ones or fewer.</summary>
    private static double AtMost(long ones, long rows, double share)
    {
        if (share >= 1) return 0;
        var odds = Deterministic.Log(share) - Deterministic.Log(1 - share);
        var log = rows * Deterministic.Log1p(-share);
        var sum = Deterministic.Exp(log);
        for (var k = 1L; k <= ones; k++)
        {
            log += odds + Deterministic.Log((double)(rows - k + 1) / k);
            sum += Deterministic.Exp(log);
        }

        return sum;
    }
}
