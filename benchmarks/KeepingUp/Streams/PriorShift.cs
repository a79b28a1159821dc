using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>
/// Five normal numbers whose means depend on the class, and always in the same way; how frequent class 1 is changes with
/// every quarter: 0.5, 0.2, 0.8, 0.4.
/// </summary>
/// <remarks>Prior probability shift after J. G. Moreno-Torres et al., "A unifying view on dataset shift in classification", Pattern Recognition 45, 2012.</remarks>
internal sealed class PriorShift : IStream
{
    // Half the distance between the classes per input; the classes are 1.5 deviations apart.
    private static readonly double[] Half = [0.6, 0.4, 0.2, 0, 0];

    public string Name => "prior-shift";

    public IReadOnlyList<Column> Columns { get; } = [.. Column.Numbers("x", Half.Length)];

    public ChangeKind Change => ChangeKind.Step;

    /// <summary>The share of class 1 in each quarter.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0.5, 0.2, 0.8, 0.4];

    public IReadOnlyList<int> Changes(int rows, ulong seed) => Spells.Quarters(rows);

    public IEnumerable<StreamRow> Make(int rows, ulong seed)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed, 5));
        var changes = Changes(rows, seed);
        for (var row = 0; row < rows; row++)
        {
            var label = random.NextDouble() < Shares[Spells.Passed(changes, row)] ? 1 : 0;
            yield return new StreamRow([.. Half.Select(half => random.NextNormal() + (label == 1 ? half : -half))], label);
        }
    }
}
