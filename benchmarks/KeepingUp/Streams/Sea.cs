using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>
/// Three numbers of 0 to 10, the third without meaning; class 1 when the first two sum to more than a threshold, which is
/// another in every quarter: 8, 9, 7, 9.5. A tenth of the labels is flipped.
/// </summary>
/// <remarks>W. N. Street and Y. Kim, "A streaming ensemble algorithm (SEA) for large-scale classification", KDD 2001.</remarks>
internal sealed class Sea : IStream
{
    private const double Noise = 0.1;

    public string Name => "sea";

    public IReadOnlyList<Column> Columns { get; } = [.. Column.Numbers("x", 3)];

    public ChangeKind Change => ChangeKind.Step;

    /// <summary>The threshold of each quarter.</summary>
    public static IReadOnlyList<double> Thresholds { get; } = [8, 9, 7, 9.5];

    public IReadOnlyList<int> Changes(int rows, ulong seed) => Spells.Quarters(rows);

    public IEnumerable<StreamRow> Make(int rows, ulong seed)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed, 1));
        var changes = Changes(rows, seed);
        for (var row = 0; row < rows; row++)
        {
            double[] x = [10 * random.NextDouble(), 10 * random.NextDouble(), 10 * random.NextDouble()];
            var isOne = x[0] + x[1] > Thresholds[Spells.Passed(changes, row)];
            yield return new StreamRow(x, isOne ^ random.NextDouble() < Noise ? 1 : 0);
        }
    }
}
