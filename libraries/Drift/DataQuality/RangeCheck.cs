using System.Globalization;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Many values lie far outside all that was seen.</summary>
/// <remarks>Far is half the span beyond an end, or, for quantities of one sign, a third of the smallest seen.</remarks>
public sealed class RangeCheck : IDataQualityCheck
{
    // ln(0.3 / 0.01) and ln(0.7 / 0.99).
    private const double IfOutside = 3.4;
    private const double IfInside = -0.347;

    /// <inheritdoc />
    public string Name => "range";

    /// <inheritdoc />
    public int Rank => 5;

    /// <inheritdoc />
    public double Needed(FeatureProfile well) => 60 * well.Inertia;

    /// <inheritdoc />
    public bool Applies(FeatureProfile well) =>
        well.Feature.Kind == FeatureKind.Numeric && well.Magnitudes >= 4 && well.TopShare <= 0.95;

    /// <inheritdoc />
    public bool Suspects(FeatureProfile well, in BlockSummary newest)
    {
        var (low, high) = Limits(well);
        return newest.Min < low || newest.Max > high;
    }

    /// <inheritdoc />
    public void Weigh(FeatureProfile well, int hypothesis, ReadOnlySpan<double> values, Span<double> weights)
    {
        var (low, high) = Limits(well);
        for (var i = 0; i < values.Length; i++)
            weights[i] = double.IsNaN(values[i]) ? 0 : values[i] < low || values[i] > high ? IfOutside : IfInside;
    }

    /// <summary>Not where values fill the way from what was seen to what lies far outside: then the range has grown, and that is drift.</summary>
    public bool Confirms(FeatureProfile well, int hypothesis, ReadOnlySpan<double> broken)
    {
        var (low, high) = Limits(well);
        var (outside, between) = (0, 0);
        foreach (var value in broken)
        {
            if (value < low || value > high) outside++;
            else if (value < well.Min || value > well.Max) between++;
        }

        return 2 * between < outside;
    }

    /// <inheritdoc />
    public bool? IsBroken(FeatureProfile well, int hypothesis, double value)
    {
        var (low, high) = Limits(well);
        return value < low || value > high;
    }

    /// <inheritdoc />
    public string Describe(FeatureProfile well, int hypothesis, ReadOnlySpan<double> broken)
    {
        var (low, high) = Limits(well);
        var (outside, example) = (0, double.NaN);
        foreach (var value in broken)
        {
            if (value >= low && value <= high || double.IsNaN(value)) continue;
            outside++;
            example = value;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{100.0 * outside / broken.Length:F0} % of values, such as {example:G6}, lie far outside {well.Min:G6} to {well.Max:G6}");
    }

    private static (double Low, double High) Limits(FeatureProfile well)
    {
        var slack = (well.Max - well.Min) / 2;
        var low = well.Min > 0 ? Math.Max(well.Min - slack, well.Min / 3) : well.Min - slack;
        var high = well.Max < 0 ? Math.Min(well.Max + slack, well.Max / 3) : well.Max + slack;
        return (low, high);
    }
}
