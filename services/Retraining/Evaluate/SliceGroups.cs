using System.Globalization;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>The groups of rows that the gates look at: each category of a categorical feature, and the rows that lack it.</summary>
internal sealed class SliceGroups
{
    private const int MostCategories = 20;

    // Of each feature that makes groups: where it stands in a row, its first group, and how many categories it has.
    private readonly (int Feature, int First, int Categories)[] _grouped;

    /// <param name="schema">What rows look like.</param>
    /// <param name="most">Groups in all; features without room for theirs are left out.</param>
    public SliceGroups(FeatureSchema schema, int most)
    {
        List<string> names = [];
        var grouped = new List<(int, int, int)>();
        for (var i = 0; i < schema.Count; i++)
        {
            var feature = schema.Features[i];
            if (feature.Kind != FeatureKind.Categorical || feature.Categories.Count > MostCategories || names.Count + feature.Categories.Count + 1 > most) continue;

            grouped.Add((i, names.Count, feature.Categories.Count));
            names.AddRange(feature.Categories.Select(category => string.Create(CultureInfo.InvariantCulture, $"{feature.Name}={category}")));
            names.Add($"{feature.Name} missing");
        }

        (Names, _grouped) = (names, [.. grouped]);
    }

    /// <summary>What each group is called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many features make groups: a row stands in at most one group of each.</summary>
    public int Features => _grouped.Length;

    /// <summary>The group of a row by one of these features; −1 where it has a category that was never seen.</summary>
    public int Of(ReadOnlySpan<double> row, int feature)
    {
        var (place, first, categories) = _grouped[feature];
        var value = row[place];
        if (double.IsNaN(value)) return first + categories;
        return value >= 0 && value < categories && value == Math.Floor(value) ? first + (int)value : -1;
    }
}
