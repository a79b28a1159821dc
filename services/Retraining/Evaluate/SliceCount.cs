using System.Globalization;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>Right and wrong answers by the groups that the gates look at: each category of a categorical feature, and the rows that lack it.</summary>
/// <remarks>One thread adds, any may read.</remarks>
internal sealed class SliceCount
{
    private const int MostCategories = 20;
    private readonly string[] _names;
    private readonly long[] _right;
    private readonly long[] _wrong;

    // Of each feature that makes groups: where it stands in a row, its first group, and how many categories it has.
    private readonly (int Feature, int First, int Categories)[] _grouped;

    /// <param name="schema">What rows look like.</param>
    /// <param name="most">Groups in all; features without room for theirs are left out.</param>
    public SliceCount(FeatureSchema schema, int most)
    {
        List<string> names = ["all"];
        var grouped = new List<(int, int, int)>();
        for (var i = 0; i < schema.Count; i++)
        {
            var feature = schema.Features[i];
            if (feature.Kind != FeatureKind.Categorical || feature.Categories.Count > MostCategories || names.Count + feature.Categories.Count + 1 > most) continue;
            grouped.Add((i, names.Count, feature.Categories.Count));
            names.AddRange(feature.Categories.Select(category => string.Create(CultureInfo.InvariantCulture, $"{feature.Name}={category}")));
            names.Add($"{feature.Name} missing");
        }

        (_names, _grouped) = ([.. names], [.. grouped]);
        (_right, _wrong) = (new long[_names.Length], new long[_names.Length]);
    }

    /// <summary>Each group with its counts; all rows first.</summary>
    public IEnumerable<(string Slice, long Right, long Wrong)> Counts =>
        _names.Select((name, i) => (name, Volatile.Read(ref _right[i]), Volatile.Read(ref _wrong[i])));

    public void Add(ReadOnlySpan<double> row, bool right)
    {
        var counts = right ? _right : _wrong;
        counts[0]++;
        foreach (var (feature, first, categories) in _grouped)
        {
            var value = row[feature];
            if (double.IsNaN(value)) counts[first + categories]++;
            else if (value >= 0 && value < categories && value == Math.Floor(value)) counts[first + (int)value]++;
        }
    }
}
