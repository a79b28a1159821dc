using System.Globalization;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>The same value arrives again and again, far longer than it ever did by chance.</summary>
public sealed class StuckValueCheck : IDataQualityCheck
{
    // ln 1e12: one such run by chance in a million million rows.
    private const double Improbable = 27.6;

    // A value with a fifth of all rows repeats at one row in twenty-five.
    private const double Frequent = 0.2;

    /// <inheritdoc />
    public string Name => "stuck-value";

    /// <inheritdoc />
    public int Rank => 1;

    /// <inheritdoc />
    public int LeastRows => 40;

    /// <inheritdoc />
    public double Needed(FeatureProfile well) => Math.Max(Improbable, 3 * well.LongestRun * PerRepeat(well));

    /// <summary>Only where neighbours are independent: a value that lasts by nature cannot be found stuck.</summary>
    public bool Applies(FeatureProfile well) =>
        well.Present > 0 && well.RepeatShare <= 0.9 && well.Inertia < 1.5 && well.LongestRun * PerRepeat(well) < Improbable;

    /// <inheritdoc />
    public bool Suspects(FeatureProfile well, in BlockSummary newest) => newest.Repeated == newest.Rows;

    /// <inheritdoc />
    public void Weigh(FeatureProfile well, int hypothesis, ReadOnlySpan<double> values, Span<double> weights)
    {
        var (perRepeat, perChange) = (PerRepeat(well), -Needed(well));
        for (var i = 0; i < values.Length; i++)
        {
            // The first of a run may be the last good one or the first bad one: it counts for neither.
            weights[i] = i > 0 && values[i] == values[i - 1] ? perRepeat
                : i + 1 < values.Length && values[i] == values[i + 1] ? 0
                : perChange;
        }
    }

    /// <summary>A value that was frequent all along, such as 0 for "none", may rule for a season: that is drift.</summary>
    public bool Confirms(FeatureProfile well, int hypothesis, ReadOnlySpan<double> broken) =>
        well.RepeatShare < Frequent * Frequent || 5 * well.Near(broken[^1]) < Frequent * well.Present;

    /// <inheritdoc />
    public string Describe(FeatureProfile well, int hypothesis, ReadOnlySpan<double> broken) =>
        string.Create(CultureInfo.InvariantCulture, $"stuck at {broken[^1]:G6}; the longest run before was {well.LongestRun} rows");

    // Half of what speaks against a repeat is given away, for a world in which repeats become more frequent.
    private static double PerRepeat(FeatureProfile well) => -Deterministic.Log(1 - (1 - well.RepeatShare) / 2);
}
