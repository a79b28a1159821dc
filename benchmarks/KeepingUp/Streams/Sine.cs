using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>
/// SINE1 with two inputs that mean nothing, all of 0 to 1: class 1 when x2 is below sin x1, and the reverse of it, in turn, in
/// spells of 2,500 to 3,500 rows. The inputs never change. No noise.
/// </summary>
/// <remarks>J. Gama, P. Medas, G. Castillo and P. Rodrigues, "Learning with drift detection", SBIA 2004.</remarks>
internal sealed class Sine : IStream
{
    public string Name => "sine";

    public IReadOnlyList<Column> Columns { get; } = [.. Column.Numbers("x", 2), .. Column.Numbers("noise", 2)];

    public ChangeKind Change => ChangeKind.Recurring;

    public IReadOnlyList<int> Changes(int rows, ulong seed) => Spells.Drawn(rows, seed, 2_500, 3_500);

    public IEnumerable<StreamRow> Make(int rows, ulong seed)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed, 3));
        var changes = Changes(rows, seed);
        for (var row = 0; row < rows; row++)
        {
            double[] x = [random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble()];
            var isReversed = Spells.Passed(changes, row) % 2 == 1;
            yield return new StreamRow(x, x[1] < Sin(x[0]) ^ isReversed ? 1 : 0);
        }
    }

    // Of 0 to 1, by its series: the same bits on every machine.
    private static double Sin(double x)
    {
        var (term, sum) = (x, x);
        for (var n = 1; n < 10; n++)
            sum += term *= -x * x / (2 * n * ((2 * n) + 1));
        return sum;
    }
}
