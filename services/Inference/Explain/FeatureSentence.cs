using System.Globalization;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Inference.Explain;

/// <summary>What a feature did to one score, in words.</summary>
/// <example><c>loudness -4.1 raises the chance (+0.62)</c></example>
internal static class FeatureSentence
{
    private const double LeastSaid = 0.005;

    /// <summary>The category that a value stands for; null for one that is missing or was never seen.</summary>
    public static string? Category(Feature feature, double value) =>
        value >= 0 && value < feature.Categories.Count ? feature.Categories[(int)value] : null;

    public static string Of(Feature feature, double value, double contribution)
    {
        var effect = Math.Abs(contribution) < LeastSaid ? "hardly moves the chance (0.00)"
            : string.Create(CultureInfo.InvariantCulture, $"{(contribution > 0 ? "raises" : "lowers")} the chance ({contribution:+0.00;-0.00})");
        if (double.IsNaN(value)) return $"{feature.Name} is missing, which {effect}";
        if (feature.Kind == FeatureKind.Numeric) return $"{feature.Name} {Number(value)} {effect}";
        return Category(feature, value) is { } category
            ? $"{feature.Name} {category} {effect}"
            : $"{feature.Name} is of a category never seen, which {effect}";
    }

    // Short, for people: the number itself stands beside the sentence.
    private static string Number(double value) =>
        value.ToString(value == 0 || Math.Abs(value) is >= 0.001 and < 1e9 ? "0.###" : "G3", CultureInfo.InvariantCulture);
}
