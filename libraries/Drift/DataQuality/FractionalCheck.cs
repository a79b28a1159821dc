using System.Globalization;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>A feature that held whole numbers turns fractional.</summary>
public sealed class FractionalCheck : IDataQualityCheck
{
    // ln(0.3 / 0.0005) and ln(0.7 / 0.9995): three in ten are fractional when broken, one in two thousand when well.
    private const double IfFractional = 6.4;
    private const double IfWhole = -0.356;

    /// <inheritdoc />
    public string Name => "type";

    /// <inheritdoc />
    public int Rank => 2;

    /// <inheritdoc />
    public double Needed(FeatureProfile well) => 30;

    /// <inheritdoc />
    public bool Applies(FeatureProfile well) => well.AllWhole && well.Min < well.Max;

    /// <inheritdoc />
    public bool Suspects(FeatureProfile well, in BlockSummary newest) => newest.Fractional > 0;

    /// <inheritdoc />
    public void Weigh(FeatureProfile well, int hypothesis, ReadOnlySpan<double> values, Span<double> weights)
    {
        for (var i = 0; i < values.Length; i++)
            weights[i] = double.IsNaN(values[i]) ? 0 : values[i] == Math.Floor(values[i]) ? IfWhole : IfFractional;
    }

    /// <inheritdoc />
    public bool? IsBroken(FeatureProfile well, int hypothesis, double value) => !double.IsNaN(value) && value != Math.Floor(value);

    /// <inheritdoc />
    public string Describe(FeatureProfile well, int hypothesis, ReadOnlySpan<double> broken)
    {
        var example = broken[0];
        foreach (var value in broken)
        {
            if (value != Math.Floor(value)) example = value;
        }

        return string.Create(CultureInfo.InvariantCulture, $"held whole numbers only and now holds fractions such as {example:G6}");
    }
}
