using System.Globalization;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Rows come again, bit by bit, far more often than they used to.</summary>
/// <remarks>Where equal rows are usual, for instance because all columns are categories with few combinations, it does not judge.</remarks>
public sealed class DuplicateRowsCheck : IRowQualityCheck
{
    private const double MoreIfBroken = 0.3;

    /// <inheritdoc />
    public string Name => "duplicates";

    /// <summary>A value that is stuck or missing makes rows alike: those checks speak first.</summary>
    public int Rank => 1;

    /// <inheritdoc />
    public int LeastRows => 50;

    /// <summary>Also three times the longest run of repeats that was ever seen, for repeats that come in bursts.</summary>
    public double Needed(RowProfile well, int hypothesis) => Math.Max(30, 3 * well.LongestRepeats * Weights(well).Repeat);

    /// <inheritdoc />
    public bool Applies(RowProfile well) => ShareIfWell(well) <= 0.3;

    /// <inheritdoc />
    public int Suspects(RowProfile well, in RowBlock newest, Span<int> hypotheses)
    {
        if (hypotheses.IsEmpty || newest.Repeats <= (ShareIfWell(well) + MoreIfBroken / 3) * newest.Rows) return 0;

        hypotheses[0] = 0;
        return 1;
    }

    /// <inheritdoc />
    public void Weigh(RowProfile well, int hypothesis, in RowWindow rows, Span<double> weights)
    {
        var (repeat, other) = Weights(well);
        for (var i = 0; i < weights.Length; i++) weights[i] = rows.Repeats[i] ? repeat : other;
    }

    /// <inheritdoc />
    public string Describe(RowProfile well, int hypothesis, in RowWindow broken)
    {
        var repeats = 0;
        foreach (var repeat in broken.Repeats)
        {
            if (repeat) repeats++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{100.0 * repeats / Math.Max(1, broken.Count):F0} % of rows repeat an earlier row value by value; it was {100 * well.RepeatShare:F1} %");
    }

    private static double ShareIfWell(RowProfile well) => 0.01 + 1.5 * well.RepeatShare;

    private static (double Repeat, double Other) Weights(RowProfile well)
    {
        var share = Math.Min(ShareIfWell(well), 0.6);
        var broken = share + MoreIfBroken;
        return (Deterministic.Log(broken / share), Deterministic.Log((1 - broken) / (1 - share)));
    }
}
