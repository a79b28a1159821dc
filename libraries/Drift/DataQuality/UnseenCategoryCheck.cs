using System.Globalization;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>Many rows carry categories that the schema does not know, in a feature whose categories mix.</summary>
public sealed class UnseenCategoryCheck : IDataQualityCheck
{
    private const double ShareIfBroken = 0.4;

    /// <inheritdoc />
    public string Name => "unseen-category";

    /// <inheritdoc />
    public int Rank => 3;

    /// <inheritdoc />
    public double Needed(FeatureProfile well) => 40;

    /// <summary>Not for features such as a month, where the next category is only a matter of time.</summary>
    public bool Applies(FeatureProfile well) =>
        well.Feature.Kind == FeatureKind.Categorical && well.Magnitudes >= 2 && well.Inertia < 1.5 && ShareIfWell(well) <= 0.2;

    /// <inheritdoc />
    public bool Suspects(FeatureProfile well, in BlockSummary newest) => newest.Max >= well.Feature.Categories.Count;

    /// <inheritdoc />
    public void Weigh(FeatureProfile well, int hypothesis, ReadOnlySpan<double> values, Span<double> weights)
    {
        var share = ShareIfWell(well);
        var (unseen, seen) = (Deterministic.Log(ShareIfBroken / share), Deterministic.Log((1 - ShareIfBroken) / (1 - share)));
        for (var i = 0; i < values.Length; i++)
            weights[i] = double.IsNaN(values[i]) ? 0 : values[i] >= well.Feature.Categories.Count ? unseen : seen;
    }

    /// <inheritdoc />
    public bool? IsBroken(FeatureProfile well, int hypothesis, double value) => value >= well.Feature.Categories.Count;

    /// <inheritdoc />
    public string Describe(FeatureProfile well, int hypothesis, ReadOnlySpan<double> broken)
    {
        var unseen = 0;
        foreach (var value in broken)
        {
            if (value >= well.Feature.Categories.Count) unseen++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{100.0 * unseen / broken.Length:F0} % of rows carry a category that was never seen");
    }

    private static double ShareIfWell(FeatureProfile well) => 0.01 + 1.5 * well.Unseen / Math.Max(1, well.Present);
}
