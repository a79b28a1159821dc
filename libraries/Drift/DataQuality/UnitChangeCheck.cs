using System.Globalization;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Another unit is sent: multiplied by a well-known factor, the new values look like the old ones.</summary>
public sealed class UnitChangeCheck : IDataQualityCheck
{
    // A value that nothing like it was ever seen of counts as this many of the profile's rows.
    private const double Floor = 0.02;
    private const double Cap = 6;
    private const int LeastOutside = 10;

    // New value = old value × factor.
    private static readonly double[] Factors = [1000, 1.0 / 1000, 60, 1.0 / 60, 100, 1.0 / 100, 3600, 1.0 / 3600, 60_000, 1.0 / 60_000, 1e6, 1.0 / 1e6];

    private static readonly string[] Words = ["1,000 times", "1/1000 of", "60 times", "1/60 of", "100 times", "1/100 of", "3,600 times", "1/3600 of", "60,000 times", "1/60000 of", "1,000,000 times", "1/1000000 of"];

    /// <inheritdoc />
    public string Name => "unit-change";

    /// <inheritdoc />
    public int Rank => 0;

    /// <inheritdoc />
    public int Hypotheses => Factors.Length;

    /// <inheritdoc />
    public int LeastRows => 12;

    /// <inheritdoc />
    public double Needed(FeatureProfile well) => 25 * well.Inertia;

    /// <inheritdoc />
    public bool Applies(FeatureProfile well) =>
        well.Feature.Kind == FeatureKind.Numeric && well.Magnitudes >= 8 && well.TopShare <= 0.5;

    /// <inheritdoc />
    public bool Suspects(FeatureProfile well, in BlockSummary newest) => newest.Present - newest.InBand >= LeastOutside;

    /// <inheritdoc />
    public void Weigh(FeatureProfile well, int hypothesis, ReadOnlySpan<double> values, Span<double> weights)
    {
        var back = 1 / Factors[hypothesis];
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            weights[i] = double.IsNaN(value) || value == 0
                ? 0
                : Math.Clamp(Deterministic.Log((well.Near(value * back) + Floor) / (well.Near(value) + Floor)), -Cap, Cap);
        }
    }

    /// <inheritdoc />
    public bool Confirms(FeatureProfile well, int hypothesis, ReadOnlySpan<double> broken)
    {
        var back = 1 / Factors[hypothesis];
        var (present, asIs, rescaled) = (0, 0, 0);
        foreach (var value in broken)
        {
            if (double.IsNaN(value)) continue;
            present++;
            if (value >= well.Low && value <= well.High) asIs++;
            if (value * back >= well.Low && value * back <= well.High) rescaled++;
        }

        return rescaled >= 0.7 * present && asIs <= 0.4 * present;
    }

    /// <inheritdoc />
    public string Describe(FeatureProfile well, int hypothesis, ReadOnlySpan<double> broken)
    {
        var name = well.Feature.Name;
        var milliseconds = name.EndsWith("_ms", StringComparison.Ordinal) || name.Contains("milli", StringComparison.OrdinalIgnoreCase);
        var meaning = (hypothesis, milliseconds) switch
        {
            (1, true) => "looks like seconds instead of milliseconds",
            (9, true) => "looks like minutes instead of milliseconds",
            (0, true) => "looks like microseconds instead of milliseconds",
            _ => "looks like another unit",
        };
        return string.Create(CultureInfo.InvariantCulture, $"values are about {Words[hypothesis]} what they were: {meaning}");
    }
}
