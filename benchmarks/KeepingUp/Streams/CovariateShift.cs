using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>
/// Inputs move at every quarter and the answer does not: class 1 when x1 + x2 is more than 1, both always of 0 to 1 but more
/// often small or more often large; three normal numbers without meaning change their means. 5 % of the labels are flipped.
/// What was learned stays right, so that nothing is to be done.
/// </summary>
/// <remarks>Covariate shift after J. G. Moreno-Torres et al., "A unifying view on dataset shift in classification", Pattern Recognition 45, 2012.</remarks>
internal sealed class CovariateShift : IStream
{
    private const double Noise = 0.05;

    // Per quarter: how far x1 and x2 lean (0: not at all; 1: the larger, -1: the smaller of two draws), and the others' mean.
    private static readonly (double Lean, double Mean)[] Quarters = [(0, 0), (0.5, 0.7), (-0.5, -0.5), (0.2, 0.3)];

    public string Name => "covariate-shift";

    public IReadOnlyList<Column> Columns { get; } = [.. Column.Numbers("x", 5)];

    public ChangeKind Change => ChangeKind.None;

    public IReadOnlyList<int> Changes(int rows, ulong seed) => Spells.Quarters(rows);

    public IEnumerable<StreamRow> Make(int rows, ulong seed)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed, 6));
        var changes = Changes(rows, seed);
        for (var row = 0; row < rows; row++)
        {
            var (lean, mean) = Quarters[Spells.Passed(changes, row)];
            var (x1, x2) = (Leaning(random, lean), Leaning(random, -lean));
            double[] x = [x1, x2, mean + random.NextNormal(), mean + random.NextNormal(), random.NextNormal() - mean];
            yield return new StreamRow(x, x1 + x2 > 1 ^ random.NextDouble() < Noise ? 1 : 0);
        }
    }

    private static double Leaning(SplitMix64 random, double lean)
    {
        var (first, second, chance) = (random.NextDouble(), random.NextDouble(), random.NextDouble());
        return chance >= Math.Abs(lean) ? first : lean > 0 ? Math.Max(first, second) : Math.Min(first, second);
    }
}
