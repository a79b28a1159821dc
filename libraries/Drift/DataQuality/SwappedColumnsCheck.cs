using System.Globalization;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Two numeric columns have swapped places: what each holds now looks like the other.</summary>
/// <remarks>Hypothesis <c>a × columns + b</c> is the swap of the columns a and b, a before b.</remarks>
public sealed class SwappedColumnsCheck : IRowQualityCheck
{
    // A value that nothing like it was ever seen of counts as this many of the profile's rows.
    private const double Floor = 0.02;
    private const double Cap = 6;

    // Of ten values nine lie in the middle 90 %; below seven something is wrong.
    private const double TooFewInBand = 0.7;

    /// <inheritdoc />
    public string Name => "swapped-columns";

    /// <inheritdoc />
    public int Rank => 0;

    /// <inheritdoc />
    public int LeastRows => 10;

    /// <inheritdoc />
    public double Needed(RowProfile well, int hypothesis)
    {
        var (a, b) = Pair(well, hypothesis);
        return 30 * Math.Max(a.Inertia, b.Inertia);
    }

    /// <inheritdoc />
    public int Hypotheses(RowProfile well) => well.Features.Count * (well.Features.Count - 1) / 2;

    /// <inheritdoc />
    public bool Applies(RowProfile well) => well.Features.Count(Judges) >= 2;

    /// <inheritdoc />
    public int Suspects(RowProfile well, in RowBlock newest, Span<int> hypotheses)
    {
        var (count, columns) = (0, newest.Columns.Length);
        for (var a = 0; a < columns; a++)
        {
            if (!IsOdd(newest.Columns[a]) || !Judges(well.Features[a])) continue;
            for (var b = 0; b < columns && count < hypotheses.Length; b++)
            {
                if (b == a || (b < a && IsOdd(newest.Columns[b])) || !Judges(well.Features[b])) continue;
                if (Lies(newest.Columns[a], well.Features[b]) && Lies(newest.Columns[b], well.Features[a]))
                    hypotheses[count++] = (Math.Min(a, b) * columns) + Math.Max(a, b);
            }
        }

        return count;
    }

    /// <inheritdoc />
    public void Weigh(RowProfile well, int hypothesis, in RowWindow rows, Span<double> weights)
    {
        var (a, b) = Pair(well, hypothesis);
        var (first, second) = Columns(well, hypothesis);
        for (var i = 0; i < weights.Length; i++)
        {
            var (x, y) = (rows.Value(i, first), rows.Value(i, second));
            weights[i] = double.IsNaN(x) || double.IsNaN(y)
                ? 0
                : Math.Clamp(Deterministic.Log(Likely(b, x) * Likely(a, y) / (Likely(a, x) * Likely(b, y))), -Cap, Cap);
        }
    }

    /// <inheritdoc />
    public bool Confirms(RowProfile well, int hypothesis, in RowWindow broken)
    {
        var (a, b) = Pair(well, hypothesis);
        var (first, second) = Columns(well, hypothesis);
        var (present, swapped, asWere) = (0, 0, 0);
        for (var i = 0; i < broken.Count; i++)
        {
            var (x, y) = (broken.Value(i, first), broken.Value(i, second));
            if (double.IsNaN(x) || double.IsNaN(y)) continue;
            present++;
            if (In(b, x) && In(a, y)) swapped++;
            if (In(a, x) && In(b, y)) asWere++;
        }

        // By chance both of two values lie in their middle 90 % in four rows of five.
        return swapped >= 0.6 * present && asWere <= 0.4 * present && SwappedPlaces.IsTheLesserStep(broken, first, second);
    }

    /// <inheritdoc />
    public int ColumnOf(RowProfile well, int hypothesis) => Columns(well, hypothesis).First;

    /// <inheritdoc />
    public bool Explains(RowProfile well, int hypothesis, int column)
    {
        var (first, second) = Columns(well, hypothesis);
        return column == first || column == second;
    }

    /// <inheritdoc />
    public string Describe(RowProfile well, int hypothesis, in RowWindow broken)
    {
        var (a, b) = Pair(well, hypothesis);
        return string.Create(CultureInfo.InvariantCulture, $"{a.Feature.Name} and {b.Feature.Name} have swapped places: each holds values like the other's");
    }

    private static bool Judges(FeatureProfile well) => well.Feature.Kind == FeatureKind.Numeric && well.Magnitudes >= 8 && well.TopShare <= 0.5;

    private static bool IsOdd(in BlockSummary newest) => newest.Present > 0 && newest.InBand < TooFewInBand * newest.Present;

    private static bool Lies(in BlockSummary newest, FeatureProfile other) => newest.Present > 0 && newest.Min >= other.Min - Slack(other) && newest.Max <= other.Max + Slack(other);

    private static double Slack(FeatureProfile well) => (well.Max - well.Min) / 2;

    private static bool In(FeatureProfile well, double value) => value >= well.Low && value <= well.High;

    private static double Likely(FeatureProfile well, double value) => (well.Near(value) + Floor) / (well.Present + 1);

    private static (int First, int Second) Columns(RowProfile well, int hypothesis) => (hypothesis / well.Features.Count, hypothesis % well.Features.Count);

    private static (FeatureProfile A, FeatureProfile B) Pair(RowProfile well, int hypothesis)
    {
        var (first, second) = Columns(well, hypothesis);
        return (well.Features[first], well.Features[second]);
    }
}
