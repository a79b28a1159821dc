using MathNet.Numerics;

namespace MonitoringDemo.Drift.TwoSample;

/// <summary>The exact distribution of the two-sample Cramér–von Mises statistic.</summary>
/// <remarks>Source: Y. Xiao, A. Gordon, A. Yakovlev, "A C++ Program for the Cramér-von Mises Two-Sample Test", J. Stat. Software 17 (2007).</remarks>
internal static class CramerVonMisesExact
{
    /// <summary>Probability of a rank sum at least this large; every order of n + m values is equally likely.</summary>
    public static double PValue(double rankSum, int n, int m)
    {
        var common = Euclid.LeastCommonMultiple(n, m);
        var (a, b) = (common / n, common / m);
        var product = (double)n * m;
        var bound = Math.Floor((double)common * common * (n + m) * (6 * rankSum - product * (4 * product - 1)) / (6 * product * product));

        // column[v]: how many paths to (u, v) collected which sum of squared gaps.
        var column = Enumerable.Range(0, n + 1).Select(_ => new Dictionary<long, double>()).ToArray();
        column[0][0] = 1;
        for (var u = 0; u <= m; u++)
        {
            var below = new Dictionary<long, double>();
            for (var v = 0; v <= n; v++)
            {
                var gap = a * v - b * u;
                var here = new Dictionary<long, double>();
                foreach (var (sum, paths) in below.Concat(column[v]))
                    here[sum + gap * gap] = here.GetValueOrDefault(sum + gap * gap) + paths;
                below = column[v] = here;
            }
        }

        return column[n].Where(entry => entry.Key >= bound).Sum(entry => entry.Value) / column[n].Values.Sum();
    }
}
