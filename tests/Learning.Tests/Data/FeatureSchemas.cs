using System.Text.Json;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Learning.Tests.Data;

/// <summary>Schemas out of fixtures: <c>{"label":…,"classes":[…],"features":[{"name":…}, {"name":…,"categories":[…]}]}</c>; anything may be missing.</summary>
internal static class FeatureSchemas
{
    public static FeatureSchema Of(JsonElement set) => new(
        [.. set.GetProperty("features").EnumerateArray().Select(Feature)],
        set.GetProperty("label").GetString()!,
        set.TryGetProperty("classes", out var classes) ? new MulticlassClassification([.. classes.EnumerateArray().Select(c => c.GetString()!)]) : null);

    private static Feature Feature(JsonElement feature) => feature.TryGetProperty("categories", out var categories)
        ? new Feature(feature.GetProperty("name").GetString()!, FeatureKind.Categorical, [.. categories.EnumerateArray().Select(c => c.GetString()!)], true)
        : new Feature(feature.GetProperty("name").GetString()!, FeatureKind.Numeric, [], true);
}
