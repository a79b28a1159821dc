using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>
/// Fourteen numbers and six categories, some with meaning and most without; a tenth of the labels is flipped. Nothing ever
/// changes: each release is a false one.
/// </summary>
internal sealed class NoDrift : IStream
{
    private const int Numbers = 14;
    private const double Noise = 0.1;
    private static readonly int[] Categories = [2, 3, 4, 5, 8, 12];

    public string Name => "no-drift";

    public int DefaultRows => 200_000;

    public IReadOnlyList<Column> Columns { get; } =
        [.. Column.Numbers("n", Numbers), .. Categories.Select((count, i) => new Column(FormattableString.Invariant($"c{i + 1}"), Column.Codes("v", count)))];

    public ChangeKind Change => ChangeKind.None;

    public IReadOnlyList<int> Changes(int rows, ulong seed) => [];

    public IEnumerable<StreamRow> Make(int rows, ulong seed)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed, 7));
        for (var row = 0; row < rows; row++)
        {
            var x = new double[Numbers + Categories.Length];
            // A third of the numbers normal, a third uniform, a third skewed.
            for (var i = 0; i < Numbers; i++)
                x[i] = (i % 3) switch { 0 => random.NextNormal(), 1 => random.NextDouble(), _ => Square(random.NextNormal()) };
            for (var i = 0; i < Categories.Length; i++)
                x[Numbers + i] = random.NextInt(Categories[i]);
            yield return new StreamRow(x, Truth(x) > 0 ^ random.NextDouble() < Noise ? 1 : 0);
        }
    }

    // Straight in n1, n2 and n4, curved in n3, a step in n5; v0 of c2 and v1 of c4 matter.
    private static double Truth(double[] x) =>
        x[0] + (2 * (x[1] - 0.5)) - (0.7 * (x[2] - 1)) + (0.5 * x[3]) + (x[4] > 0.7 ? 0.8 : 0)
        + (x[Numbers + 1] == 0 ? 0.8 : -0.4) - (x[Numbers + 3] == 1 ? 0.6 : 0);

    private static double Square(double value) => value * value;
}
