using System.Globalization;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Many more values are missing than before.</summary>
public sealed class MissingValuesCheck : IDataQualityCheck
{
    /// <inheritdoc />
    public string Name => "null-share";

    /// <inheritdoc />
    public int Rank => 4;

    /// <summary>Also more than the gaps and spells that were seen before, for values that are missing in bursts.</summary>
    public double Needed(FeatureProfile well) =>
        Math.Max(30, Math.Max(3 * well.LongestGap, well.SpellRows) * Deterministic.Log((ShareIfWell(well) + 0.2) / ShareIfWell(well)));

    /// <inheritdoc />
    public bool Applies(FeatureProfile well) => ShareIfWell(well) <= 0.6;

    /// <inheritdoc />
    public bool Suspects(FeatureProfile well, in BlockSummary newest) => newest.Missing > ShareIfWell(well) * newest.Rows;

    /// <inheritdoc />
    public void Weigh(FeatureProfile well, int hypothesis, ReadOnlySpan<double> values, Span<double> weights)
    {
        var share = ShareIfWell(well);
        var broken = share + 0.2;
        var (missing, present) = (Deterministic.Log(broken / share), Deterministic.Log((1 - broken) / (1 - share)));
        for (var i = 0; i < values.Length; i++) weights[i] = double.IsNaN(values[i]) ? missing : present;
    }

    /// <inheritdoc />
    public bool? IsBroken(FeatureProfile well, int hypothesis, double value) => double.IsNaN(value);

    /// <inheritdoc />
    public string Describe(FeatureProfile well, int hypothesis, ReadOnlySpan<double> broken)
    {
        var missing = 0;
        foreach (var value in broken)
        {
            if (double.IsNaN(value)) missing++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{100.0 * missing / broken.Length:F0} % of values are missing; it was {100.0 * well.Missing / well.Rows:F1} %");
    }

    private static double ShareIfWell(FeatureProfile well) => 0.01 + 1.5 * well.Missing / well.Rows;
}
